import { db, type Tx, transact } from '@/lib/platform/db/client'

/** This worker no longer holds the run: another one took it over. Whoever catches this writes nothing more. */
export class FenceLostError extends Error {
  constructor(runId: string) {
    super(`The run ${runId} was taken over by another worker`)
    this.name = 'FenceLostError'
  }
}

export interface Holding {
  runId: string
  fence: number
  leaseMs: number
}

/** Runs a transaction only while the run is still held, and renews the lease in it. */
export async function fenced<T>(holding: Holding, write: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(async (tx) => {
    const held = await tx.$executeRaw`
      UPDATE apply_run SET lease_until = now() + ${holding.leaseMs} * interval '1 millisecond'
      WHERE id = ${holding.runId}::uuid AND fence = ${holding.fence} AND state = 'applying'`
    if (held === 0) throw new FenceLostError(holding.runId)
    return write(tx)
  })
}

/** Keeps the lease alive while a slow call is out. Returns the function that stops it. */
export function startHeartbeat(holding: Holding): () => void {
  const timer = setInterval(
    () => {
      // A missed beat is survivable, a lost fence is found by the next write: neither may end the process.
      db.$executeRaw`
      UPDATE apply_run SET lease_until = now() + ${holding.leaseMs} * interval '1 millisecond'
      WHERE id = ${holding.runId}::uuid AND fence = ${holding.fence} AND state = 'applying'`.catch(() => undefined)
    },
    Math.max(50, holding.leaseMs / 4),
  )
  timer.unref()
  return () => clearInterval(timer)
}
