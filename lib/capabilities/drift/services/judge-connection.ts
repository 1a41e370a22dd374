import type { ProfileRun } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { judgeProfileRun } from './judge-profile-run'
import { requireBaseline } from './require-baseline'
import { settleIncidents } from './settle-incidents'

const runsMax = 2_000

/**
 * Judges every measurement of a connection that was not judged against the baseline of its table, the oldest first, and settles incidents with what
 * it says. Only the latest measurement of a table is judged again when its baseline moved. A table is one transaction. Worker only.
 */
export async function judgeConnection(
  ctx: ServiceContext & { signal?: AbortSignal },
  connectionId: string,
): Promise<{ judged: number }> {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM profile_run p
    WHERE p.connection_id = ${connectionId}::uuid AND p.state = 'measured' AND (
      NOT EXISTS (SELECT 1 FROM drift_run d WHERE d.profile_run_id = p.id)
      OR (
        NOT EXISTS (SELECT 1 FROM profile_run later WHERE later.connection_id = p.connection_id AND later.schema = p.schema
          AND later."table" = p."table" AND later.state = 'measured' AND later.finished_at > p.finished_at)
        AND NOT EXISTS (SELECT 1 FROM drift_run d JOIN drift_baseline b ON b.id = d.baseline_id WHERE d.profile_run_id = p.id
          AND b.version = (SELECT max(version) FROM drift_baseline m WHERE m.connection_id = p.connection_id
            AND m.schema = p.schema AND m."table" = p."table"))
      )
    )
    ORDER BY p.finished_at LIMIT ${runsMax}`
  let judged = 0
  for (const { id } of ids) {
    if (ctx.signal?.aborted) break
    const run = await db.profileRun.findUniqueOrThrow({ where: { id } })
    if (await judgeOne(ctx, run)) judged += 1
  }
  return { judged }
}

async function judgeOne(ctx: ServiceContext, run: ProfileRun): Promise<boolean> {
  return transact(async (tx) => {
    // One judge a connection: two jobs of it must not open two incidents for one cause.
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${run.connectionId}::uuid FOR UPDATE`
    const baseline = await requireBaseline(tx, ctx, run)
    if (baseline === null) return false
    const done = await tx.driftRun.findUnique({
      where: { profileRunId_baselineId: { profileRunId: run.id, baselineId: baseline.id } },
    })
    if (done !== null) return false
    const judged = await judgeProfileRun(tx, ctx, run, baseline)
    if (judged === null) return false
    const { schema, table, syncedAt } = run
    const at = run.finishedAt ?? ctx.now()
    const fresh = judged.verdicts.map((verdict) => ({
      ...verdict,
      schema,
      table,
      at,
      syncedAt,
      driftRunId: judged.driftRunId,
    }))
    await settleIncidents(tx, ctx, run.connectionId, fresh)
    return true
  })
}
