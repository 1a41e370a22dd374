import { once } from 'node:events'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { type RunningProcess, startProcess } from '@/lib/testing/start-process'

export const trialConnection = 'scaled_0001'
/** Short, so that a trial does not wait long for a dead worker's lease. */
const leaseMs = 500
const program = 'lib/control-loop/apply/services/testing/trial-worker.ts'

export interface Trials {
  loop: Loop
  /** A worker that stands ready; the next one warms up behind it. */
  takeWorker(): Promise<RunningProcess>
  /** Starts a worker of this tree, or of a changed copy of it at `root`, and waits until it stands ready. */
  warmUp(root?: string, leaseMs?: number): Promise<RunningProcess>
  stop(): Promise<void>
}

/** A loop with small connections, read once, and workers that stand ready to be killed. */
export async function startTrials(): Promise<Trials> {
  const loop = await startLoop({
    sandboxFlags: ['--tables', '2', '--columns', '4', '--connections', '2', '--rows', '2'],
    workerLeaseMs: leaseMs,
  })
  // The account is ours alone: what is tried is the protocol, not the budget.
  await loop.db.fivetranAccount.updateMany({ data: { requestsPerHourMax: 1_000_000 } })
  const ctx = systemContext('worker', createCorrelationId())
  await refreshAccount(ctx, (await loop.db.fivetranAccount.findFirstOrThrow()).id)
  for (const { id } of await loop.db.connection.findMany()) {
    await captureSnapshot(ctx, { connectionId: id, trigger: 'first' })
  }
  const all: RunningProcess[] = []
  const warmUp = async (root?: string, lease = leaseMs) => {
    const env = { ...loop.workerEnv, WORKER_LEASE_MS: String(lease) }
    const started = startProcess(['--import', 'tsx', program], env, {
      takesMessages: true,
      ...(root && { root }),
    })
    all.push(started)
    const died = started.ended.then(() => {
      throw new Error(`A worker died before its trial:\n${started.output()}`)
    })
    await Promise.race([once(started.child, 'message'), died])
    return started
  }
  let next = warmUp()
  next.catch(() => undefined)
  return {
    loop,
    warmUp,
    takeWorker: async () => {
      const taken = await next
      next = warmUp()
      next.catch(() => undefined)
      return taken
    },
    stop: async () => {
      await next.catch(() => undefined)
      for (const { child } of all) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await loop.stop()
    },
  }
}
