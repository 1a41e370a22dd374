import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { ChangeListQuery, changeListSchema } from '../contract'
import { changeViewInclude, toChangeView } from './to-change-view'

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** One page of changes found anywhere, latest first, with the counts of what is open (of one connection when the list is). */
export async function listChanges(query: ChangeListQuery): Promise<z.infer<typeof changeListSchema>> {
  const position = decodeCursor(positionSchema, query.cursor)
  const [rows, open] = await Promise.all([
    db.change.findMany({
      where: { AND: [...filtersOf(query), ...(position ? [after(position)] : [])] },
      include: changeViewInclude,
      orderBy: [{ detectedAt: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
    }),
    db.change.groupBy({
      by: ['severity'],
      where: { state: 'open', ...(query.connection && { connectionId: query.connection }) },
      _count: true,
    }),
  ])
  const page = cutPage(rows, query.limit, ({ detectedAt, id }) => [detectedAt.toISOString(), id])
  const countOf = (severity: string) => open.find((group) => group.severity === severity)?._count ?? 0
  return {
    items: page.items.map(toChangeView),
    nextCursor: page.nextCursor,
    counts: {
      open: open.reduce((sum, group) => sum + group._count, 0),
      breaking: countOf('breaking'),
      dangerous: countOf('dangerous'),
      safe: countOf('safe'),
    },
  }
}

function filtersOf(query: ChangeListQuery): Prisma.ChangeWhereInput[] {
  const filters: Prisma.ChangeWhereInput[] = []
  if (query.state === 'open') filters.push({ state: 'open' })
  if (query.state === 'closed') filters.push({ state: { in: ['accepted', 'resolved'] } })
  if (query.severity) filters.push({ severity: query.severity })
  if (query.origin) filters.push({ origin: query.origin })
  if (query.connection) filters.push({ connectionId: query.connection })
  // Each part of a path may be another field's: `customer.phone` is a table and a column.
  for (const word of query.q
    ?.trim()
    .split(/[\s.]+/)
    .filter(Boolean) ?? []) {
    const contains: Prisma.StringFilter = { contains: word, mode: 'insensitive' }
    filters.push({
      OR: [
        { schema: contains },
        { table: contains },
        { column: contains },
        { kind: contains },
        { connection: { schemaName: contains } },
      ],
    })
  }
  return filters
}

function after([detectedAt, id]: z.infer<typeof positionSchema>): Prisma.ChangeWhereInput {
  return { OR: [{ detectedAt: { lt: new Date(detectedAt) } }, { detectedAt: new Date(detectedAt), id: { lt: id } }] }
}
