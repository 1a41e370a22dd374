import { z } from 'zod'
import { db } from '@/lib/platform/db/client'

const rowSchema = z.object({ id: z.string(), moved: z.coerce.number() })

/** For each snapshot: how many tables came, went or have another fingerprint than in the one before it. The first has nothing before it: 0. */
export async function countTablesMoved(snapshotIds: readonly string[]): Promise<Map<string, number>> {
  if (snapshotIds.length === 0) return new Map()
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT this.id::text AS id, count(*) AS moved
      FROM snapshot AS this
      JOIN snapshot AS previous
        ON previous.connection_id = this.connection_id AND previous.number = this.number - 1
      CROSS JOIN LATERAL (
        SELECT 1
        FROM (SELECT * FROM snapshot_table WHERE snapshot_id = this.id) AS one
        FULL JOIN (SELECT * FROM snapshot_table WHERE snapshot_id = previous.id) AS other
          ON one.schema = other.schema AND one."table" = other."table"
        WHERE one.hash IS DISTINCT FROM other.hash
      ) AS moved
      WHERE this.id = ANY (${[...snapshotIds]}::uuid[])
      GROUP BY this.id`,
  )
  return new Map(rows.map(({ id, moved }) => [id, moved]))
}
