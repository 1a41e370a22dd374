import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { CallList, CallListQuery } from '../contract'
import { callErrors } from '../domain/call-outcome'
import { toCallRows } from './to-call-row'

const MODELS_MAX = 50

/** The ledger, latest first, narrowed by every filter that is given. */
export async function listCalls(query: CallListQuery): Promise<CallList> {
  const after = decodeCursor(z.tuple([z.iso.datetime(), z.uuid()]), query.cursor)
  const [rows, models] = await Promise.all([
    db.modelCall.findMany({
      where: { AND: [filtersOf(query), ...(after ? [isAfter(new Date(after[0]), after[1])] : [])] },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
    }),
    db.modelCall.groupBy({
      by: ['model'],
      where: { model: { not: null } },
      orderBy: { model: 'asc' },
      take: MODELS_MAX,
    }),
  ])
  const page = cutPage(rows, query.limit, ({ at, id }) => [at.toISOString(), id])
  return {
    items: await toCallRows(page.items),
    nextCursor: page.nextCursor,
    models: models.flatMap(({ model }) => (model === null ? [] : [model])),
  }
}

function isAfter(at: Date, id: string): Prisma.ModelCallWhereInput {
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
}

/** The filters of the ledger as a condition; a day is UTC. */
export function filtersOf(query: Omit<CallListQuery, 'cursor' | 'limit'>): Prisma.ModelCallWhereInput {
  const start = query.day ? new Date(`${query.day}T00:00:00Z`) : null
  return {
    ...(query.task && { task: query.task }),
    ...(query.model && { model: query.model }),
    ...(query.outcome && { outcome: query.outcome === 'errors' ? { in: [...callErrors] } : query.outcome }),
    ...(query.connection && { connectionId: query.connection }),
    ...(query.proposal && { proposalId: query.proposal }),
    ...(start && { at: { gte: start, lt: new Date(start.getTime() + 86_400_000) } }),
  }
}
