import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { cutPage, decodeCursor, type pageQuerySchema } from '@/lib/platform/http/paging'
import type { snapshotListSchema } from '../contract'
import { summariseSnapshots } from './summarise-snapshots'

/** One page of a connection's snapshots, latest first. */
export async function listSnapshots(
  connectionId: string,
  query: z.output<typeof pageQuerySchema>,
): Promise<z.infer<typeof snapshotListSchema>> {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { baselineSnapshotId: true },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  const position = decodeCursor(z.tuple([z.number().int()]), query.cursor)
  const rows = await db.snapshot.findMany({
    where: { connectionId, ...(position && { number: { lt: position[0] } }) },
    orderBy: { number: 'desc' },
    take: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, ({ number }) => [number])
  return {
    items: await summariseSnapshots(page.items, connection.baselineSnapshotId),
    nextCursor: page.nextCursor,
  }
}
