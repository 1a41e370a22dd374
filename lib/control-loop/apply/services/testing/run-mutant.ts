import { once } from 'node:events'
import type { CrashPoint } from '@/lib/platform/jobs/crash-point'
import type { TrialKind } from './draw-trial'
import { judgeTrial } from './judge-trial'
import { prepareTrial } from './prepare-trial'
import { runTrial, workOnce } from './run-trial'
import { seeded } from './seeded'
import type { Trials } from './start-trials'

export interface MutantTrial {
  kind: TrialKind
  /** Where the changed worker is killed; null: it is left to work. */
  killAt: CrashPoint | null
  /** The worker is frozen there past its lease and woken when another one has finished. */
  freezeAt?: CrashPoint
  /** A slow call, longer than the lease, with another worker looking for lost runs meanwhile. */
  isSlow?: boolean
}

/** Shorter than the slow reply takes, and long enough that a busy machine misses no beat of it. */
const slowLeaseMs = 1_500
let number = 5_000

/** Runs the trial with a worker of the changed copy (or, without one, of this tree) and gives what the judge finds. */
export async function findFaults(trials: Trials, plan: MutantTrial, root?: string): Promise<string[]> {
  const { loop } = trials
  number++
  const kill = plan.killAt ? { at: plan.killAt } : { afterMs: 60_000 }
  const prepared = await prepareTrial(loop, { number, kind: plan.kind, kill, pick: seeded(7, number) })
  const worker = await trials.warmUp(root, plan.isSlow ? slowLeaseMs : undefined)
  const rows = () => loop.db.auditEvent.count({ where: { objectId: prepared.runId, action: 'apply-run.resumed' } })
  if (plan.freezeAt || plan.isSlow) {
    if (plan.isSlow) {
      const fault = { route: 'PATCH /v1/connections', kind: 'slow-drip', times: 1 }
      await loop.sandbox.command('/faults', fault)
    }
    const over = once(worker.child, 'message')
    const state = { isOver: false }
    const done = over.then(() => {
      state.isOver = true
    })
    worker.child.send({ runId: prepared.runId, crashAt: plan.freezeAt ? `${plan.freezeAt}:freeze` : null })
    await loop.until('a claimed run', () =>
      loop.db.applyRun.findFirst({ where: { id: prepared.runId, fence: { gt: 0 } } }),
    )
    const isEnded = async () => {
      const run = await loop.db.applyRun.findUniqueOrThrow({ where: { id: prepared.runId } })
      return ['verified', 'failed', 'stale'].includes(run.state)
    }
    for (let pass = 0; pass < 200 && !state.isOver && !(await isEnded()); pass++) {
      await workOnce()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    for (let pass = 0; pass < 100 && !state.isOver; pass++) {
      worker.child.kill('SIGCONT')
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 50))])
    }
    worker.child.kill('SIGKILL')
    const taken = plan.isSlow && (await rows()) > 0 ? ['taken over from a living worker'] : []
    return [
      ...taken,
      ...(await judgeTrial(loop, prepared, await isEnded())).map(({ fault, why }) => `${fault}: ${why}`),
    ]
  }
  const result = await runTrial({ ...trials, takeWorker: async () => worker }, prepared)
  return (await judgeTrial(loop, prepared, result.ended)).map(({ fault, why }) => `${fault}: ${why}`)
}
