import { once } from 'node:events'
import { executeApplyRunJob } from '@/lib/control-loop/apply/jobs'
import { verifyRunJob } from '@/lib/control-loop/verify/jobs'
import { verifyRun } from '@/lib/control-loop/verify/services/verify-run'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { ensureQueue, queue } from '@/lib/platform/jobs/queue'
import type { RunningProcess } from '@/lib/testing/start-process'
import { executeApplyRun } from '../execute-apply-run'
import { stopApplyRun } from '../stop-apply-run'
import { sweepApplyRuns } from '../sweep-apply-runs'
import type { PreparedTrial } from './prepare-trial'
import type { Trials } from './start-trials'

/** A run that is not over after this, with a worker alive, is in limbo. */
const limboMs = 60_000
const over = ['verified', 'stale', 'failed', 'cancelled']

/** Sends a worker on its way with the run; true when it died of the kill, false when it was done before. */
async function runUntilKilled(worker: RunningProcess, runId: string, kill: { at: string } | { afterMs: number }) {
  const done = once(worker.child, 'message').then(() => false)
  worker.child.send({ runId, crashAt: 'at' in kill ? kill.at : null })
  const timer = 'afterMs' in kill ? setTimeout(() => worker.child.kill('SIGKILL'), kill.afterMs) : null
  const died = await Promise.race([worker.ended.then(() => true), done])
  if (timer) clearTimeout(timer)
  if (!died) worker.child.kill('SIGKILL')
  return died
}

/** One pass of a second worker, within this process: offers what nobody holds, then takes what the queue has. */
export async function workOnce(): Promise<void> {
  const ctx = systemContext('worker', createCorrelationId())
  await sweepApplyRuns(ctx)
  const boss = await queue()
  for (const job of [executeApplyRunJob, verifyRunJob]) {
    await ensureQueue(boss, job)
    for (const { id, data } of await boss.fetch<{ payload: object }>(job.name, { batchSize: 5 })) {
      const { runId } = job.payload.parse(data.payload)
      if (job === executeApplyRunJob) await executeApplyRun(ctx, { runId, workerId: 'second' })
      else await verifyRun(ctx, runId)
      await boss.complete(job.name, id)
    }
  }
}

/** Kills a worker in the middle of the run, lets another one go on to its end, and says whether the kill landed and how long the first one worked. */
export async function runTrial(
  trials: Trials,
  prepared: PreparedTrial,
): Promise<{ landed: boolean; ended: boolean; tookMs: number; restMs: number }> {
  const { loop } = trials
  const { runId, trial } = prepared
  const look = () => loop.db.applyRun.findUniqueOrThrow({ where: { id: runId }, select: { state: true } })
  if (trial.kind === 'stopped') {
    await runUntilKilled(await trials.takeWorker(), runId, { at: 'between-steps' })
    await stopApplyRun(loop.as('admin'), runId)
    await loop.until('a free lease', async () => {
      const free = await loop.db.$queryRaw<
        unknown[]
      >`SELECT 1 FROM apply_run WHERE id = ${runId}::uuid AND lease_until < now()`
      return free.length > 0
    })
  }
  const worker = await trials.takeWorker()
  const started = Date.now()
  const landed = await runUntilKilled(worker, runId, trial.kill)
  const tookMs = Date.now() - started
  for (const end = Date.now() + limboMs; Date.now() < end; ) {
    if (over.includes((await look()).state))
      return { landed, ended: true, tookMs, restMs: Date.now() - started - tookMs }
    await workOnce()
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return { landed, ended: false, tookMs, restMs: limboMs }
}
