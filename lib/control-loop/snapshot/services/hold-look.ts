import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db/client'
import { log } from '@/lib/platform/telemetry/log'

/** A worker that died is believed this long; one that lives says so four times as often. */
const leaseSeconds = 20

/**
 * Runs a look unless another one looks at the same connection: two at once would ask the source everything twice. `busy` when another
 * one does. The lease of a killed worker runs out; time is the database's.
 */
export async function holdLook<T>(connectionId: string, look: () => Promise<T>): Promise<T | 'busy'> {
  const lookBy = randomUUID()
  const claimed = await db.$executeRaw`
    UPDATE connection SET look_by = ${lookBy}, look_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${connectionId}::uuid AND (look_until IS NULL OR look_until < now())`
  if (claimed === 0) return 'busy'
  const timer = setInterval(
    () => {
      db.$executeRaw`
      UPDATE connection SET look_until = now() + make_interval(secs => ${leaseSeconds})
      WHERE id = ${connectionId}::uuid AND look_by = ${lookBy}`.catch((error: unknown) =>
        log.warn({ event: 'look.not-renewed', connectionId, err: error }),
      )
    },
    (leaseSeconds * 1_000) / 4,
  )
  try {
    return await look()
  } finally {
    clearInterval(timer)
    await db.connection.updateMany({ where: { id: connectionId, lookBy }, data: { lookBy: null, lookUntil: null } })
  }
}
