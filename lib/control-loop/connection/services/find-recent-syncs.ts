import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { type SyncView, syncSchema } from '../contract'

/** Syncs shown in a strip. */
const recentMax = 24

const rowSchema = z.object({
  connection_id: z.string(),
  started_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  status: syncSchema.shape.status,
  reason: z.string().nullable(),
})

/**
 * The latest syncs of each connection, oldest first, one that runs last. A start that was followed by another sync's end is left out: its own
 * end was told without its id and stands in the list already.
 */
export async function findRecentSyncs(connectionIds: readonly string[]): Promise<Map<string, SyncView[]>> {
  const found = new Map<string, SyncView[]>(connectionIds.map((id) => [id, []]))
  if (connectionIds.length === 0) return found
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT wanted.id::text AS connection_id, recent.started_at, recent.ended_at, recent.status, recent.reason
      FROM unnest(${[...connectionIds]}::uuid[]) AS wanted (id)
      CROSS JOIN LATERAL (
        (SELECT * FROM sync WHERE connection_id = wanted.id AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ${recentMax})
        UNION ALL
        (SELECT * FROM sync WHERE connection_id = wanted.id AND ended_at IS NULL ORDER BY started_at DESC NULLS LAST LIMIT 1)
      ) AS recent
      ORDER BY recent.ended_at ASC NULLS LAST`,
  )
  for (const row of rows) {
    const list = found.get(row.connection_id) ?? []
    const lastEnd = list.at(-1)?.endedAt
    const isOvertaken = !row.ended_at && lastEnd && row.started_at && row.started_at.getTime() < Date.parse(lastEnd)
    if (isOvertaken) continue
    list.push({
      startedAt: row.started_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      status: row.status,
      reason: row.reason,
    })
    found.set(row.connection_id, list)
  }
  for (const [id, list] of found) found.set(id, list.slice(-recentMax))
  return found
}
