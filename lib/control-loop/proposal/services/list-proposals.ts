import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { ProposalList, ProposalListQuery } from '../contract'
import { toDbState } from '../domain/proposal-state'
import { summariseProposal, summaryInclude } from './summarise-proposal'

const cursorSchema = z.tuple([z.string(), z.number()])
/** Far enough ahead to sort last: proposals without a due time come after all that have one. */
const noDue = '9999-12-31T00:00:00.000Z'

const doneStates = ['verified', 'rejected', 'superseded', 'expired'] as const

/** Written by nobody but others: what this person may decide. The rest of the rule (rights, revision) is checked at the decision. */
function notMine(userId: string | null): Prisma.ProposalWhereInput {
  if (!userId) return {}
  return {
    NOT: [
      // Most have no author: compared with null they would be neither theirs nor not theirs.
      { authorUserId: { not: null, equals: userId } },
      { revisions: { some: { editorUserId: userId } } },
      { reviews: { some: { userId, decision: 'approve', voidedAt: null } } },
    ],
  }
}

function whereOf(ctx: ServiceContext, query: ProposalListQuery): Prisma.ProposalWhereInput {
  const views: Record<ProposalListQuery['view'], Prisma.ProposalWhereInput> = {
    mine: { state: 'in_review', ...notMine(ctx.actor.userId) },
    waiting: { state: { in: ['proposed', 'in_review', 'stale', 'failed'] } },
    'high-risk': { state: { in: ['proposed', 'in_review', 'stale', 'failed'] }, risk: 'high' },
    approved: { state: { in: ['approved', 'applying', 'applied'] } },
    done: { state: { in: [...doneStates] } },
    all: {},
  }
  const text = query.q?.trim()
  return {
    AND: [
      views[query.view],
      query.connection ? { connectionId: query.connection } : {},
      query.risk ? { risk: query.risk } : {},
      query.state ? { state: toDbState(query.state) } : {},
      text
        ? {
            OR: [
              ...(['schema', 'table', 'column'] as const).map((field) => ({
                [field]: { contains: text, mode: 'insensitive' as const },
              })),
              { connection: { schemaName: { contains: text, mode: 'insensitive' as const } } },
              ...(/^P-?\d{1,9}$/i.test(text) ? [{ number: Number(text.replace(/\D/g, '')) }] : []),
            ],
          }
        : {},
    ],
  }
}

/** The approval queue: due first, oldest number first within a moment. Done ones: latest first. */
export async function listProposals(ctx: ServiceContext, query: ProposalListQuery): Promise<ProposalList> {
  const isDone = query.view === 'done'
  const after = decodeCursor(cursorSchema, query.cursor)
  const where = whereOf(ctx, query)
  const rows = await db.proposal.findMany({
    where: after ? { AND: [where, afterCursor(after, isDone)] } : where,
    include: summaryInclude,
    orderBy: isDone
      ? [{ updatedAt: 'desc' }, { number: 'desc' }]
      : [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: query.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, query.limit, (row) => [
    isDone ? row.updatedAt.toISOString() : (row.dueAt?.toISOString() ?? noDue),
    row.number,
  ])
  return {
    items: items.map((row) => summariseProposal(row, ctx.actor, ctx.now())),
    nextCursor,
    counts: await countViews(ctx),
    lastDecisionAt: await findLastDecision(ctx.actor.userId),
  }
}

function afterCursor([at, number]: z.infer<typeof cursorSchema>, isDone: boolean): Prisma.ProposalWhereInput {
  const moment = new Date(at)
  if (isDone) return { OR: [{ updatedAt: { lt: moment } }, { updatedAt: moment, number: { lt: number } }] }
  if (at === noDue) return { dueAt: null, number: { gt: number } }
  return { OR: [{ dueAt: { gt: moment } }, { dueAt: moment, number: { gt: number } }, { dueAt: null }] }
}

/** How many wait in each view, for the menu and the badge. */
export async function countViews(ctx: ServiceContext): Promise<ProposalList['counts']> {
  const count = (view: ProposalListQuery['view']) => db.proposal.count({ where: whereOf(ctx, { view, limit: 1 }) })
  const [mine, waiting, highRisk, approved] = await Promise.all([
    count('mine'),
    count('waiting'),
    count('high-risk'),
    count('approved'),
  ])
  return { mine, waiting, highRisk, approved }
}

async function findLastDecision(userId: string | null): Promise<string | null> {
  if (!userId) return null
  const last = await db.review.findFirst({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  })
  return last?.createdAt.toISOString() ?? null
}
