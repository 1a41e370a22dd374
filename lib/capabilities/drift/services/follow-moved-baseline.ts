import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { judgeDriftJob } from '../jobs'

/** After an apply run: has the latest measurement judged again where the run moved the baseline of a table. Nothing else moved any. Worker only. */
export async function followMovedBaseline(ctx: ServiceContext, runId: string): Promise<void> {
  const run = await db.applyRun.findUnique({ where: { id: runId }, select: { proposalId: true, connectionId: true } })
  if (run === null || (await db.driftBaseline.count({ where: { proposalId: run.proposalId } })) === 0) return
  const { connectionId } = run
  const { correlationId } = ctx
  await enqueueJob(db, judgeDriftJob, { connectionId, correlationId }, { singletonKey: connectionId })
}
