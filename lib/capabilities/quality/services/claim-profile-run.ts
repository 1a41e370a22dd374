import type { ProfileRun } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'

/** A worker that says nothing for this long has lost its run; it says something at every step. */
export const PROFILE_LEASE_MS = 15 * 60_000

/** Takes the most wanted run of a connection that is planned, or whose worker fell silent; null when none is left. Each claim has a fence of its own. */
export async function claimProfileRun(connectionId: string, now: Date): Promise<ProfileRun | null> {
  const leaseUntil = new Date(now.getTime() + PROFILE_LEASE_MS)
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE profile_run SET state = 'running', started_at = ${now}, lease_until = ${leaseUntil}, fence = fence + 1, step = NULL, steps_done = 0
    WHERE id = (
      SELECT id FROM profile_run
      WHERE connection_id = ${connectionId}::uuid AND (state = 'planned' OR (state = 'running' AND lease_until < ${now}))
      ORDER BY priority, planned_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id`
  return claimed ? db.profileRun.findUniqueOrThrow({ where: { id: claimed.id } }) : null
}
