import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { cutPage, decodeCursor } from '@/lib/platform/http/paging'
import type { applyRunListQuerySchema, applyRunListSchema } from '../contract'
import { runInclude, summariseRun } from './summarise-run'

/** Runs, latest first. */
export async function listApplyRuns(
  query: z.infer<typeof applyRunListQuerySchema>,
): Promise<z.infer<typeof applyRunListSchema>> {
  const after = decodeCursor(z.tuple([z.number()]), query.cursor)
  const rows = await db.applyRun.findMany({
    where: {
      ...(query.state && { state: query.state }),
      ...(query.connection && { connectionId: query.connection }),
      ...(after && { number: { lt: after[0] } }),
    },
    include: runInclude,
    orderBy: { number: 'desc' },
    take: query.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, query.limit, (row) => [row.number])
  const ids = items.map(({ startedById }) => startedById).filter((id) => id !== null)
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? 'somebody'
  return { items: items.map((row) => summariseRun(row, nameOf)), nextCursor }
}
