import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { findTurns } from '@/lib/control-loop/review/services/find-turns'
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

/** Ids of what is this person's turn. One who only looks on sees what is anybody's. */
async function findMyTurns(ctx: ServiceContext): Promise<string[]> {
  const { userId } = ctx.actor
  const turns = await findTurns(db, ctx.now())
  return [...turns].filter(([, { people }]) => people.some(({ id }) => id === userId)).map(([id]) => id)
}

/** Of what is their turn, what they have not approved already. */
function myTurn(userId: string | null, mine: readonly string[]): Prisma.ProposalWhereInput {
  return {
    id: { in: [...mine] },
    NOT: [{ reviews: { some: { userId: userId ?? '', decision: 'approve', voidedAt: null } } }],
  }
}

const waitingStates = ['proposed', 'in_review', 'stale', 'failed'] as const
const inQueue = { state: { in: [...waitingStates] }, snoozeWake: null }

function whereOf(ctx: ServiceContext, query: ProposalListQuery, mine: readonly string[]): Prisma.ProposalWhereInput {
  const views: Record<ProposalListQuery['view'], Prisma.ProposalWhereInput> = {
    mine: { state: 'in_review', snoozeWake: null, ...(ctx.actor.userId ? myTurn(ctx.actor.userId, mine) : {}) },
    waiting: inQueue,
    'high-risk': { ...inQueue, risk: 'high' },
    snoozed: { state: { in: [...waitingStates] }, snoozeWake: { not: null } },
    watching: {
      state: { in: [...waitingStates] },
      delegations: { some: { fromId: ctx.actor.userId ?? '', endedAt: null } },
    },
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
  const mine = await findMyTurns(ctx)
  const where = whereOf(ctx, query, mine)
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
    counts: await countViews(ctx, mine),
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
export async function countViews(ctx: ServiceContext, turns?: readonly string[]): Promise<ProposalList['counts']> {
  const known = turns ?? (await findMyTurns(ctx))
  const count = (view: ProposalListQuery['view']) =>
    db.proposal.count({ where: whereOf(ctx, { view, limit: 1 }, known) })
  const [mine, waiting, highRisk, snoozed, watching, approved] = await Promise.all([
    count('mine'),
    count('waiting'),
    count('high-risk'),
    count('snoozed'),
    count('watching'),
    count('approved'),
  ])
  return { mine, waiting, highRisk, snoozed, watching, approved }
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
