import { PgBoss } from 'pg-boss'
import { databaseUrl } from '../db/client'
import { log } from '../telemetry/log'
import type { JobDefinition } from './define-job'

export type QueueRole = 'web' | 'worker'

/** Where a job goes when its last try failed, and waits for a person. */
export const DEAD_LETTER_QUEUE = 'dead-letter'
/** Dead jobs wait for a person for a year before they are forgotten. */
const DEAD_LETTER_RETENTION_SECONDS = 365 * 24 * 3600
/** Workers tell of each job that runs at half of this. */
const HEARTBEAT_SECONDS = 60
const CONNECTIONS_MAX: Record<QueueRole, number> = { web: 3, worker: 10 }

interface Holder {
  boss: Promise<PgBoss> | null
  ensured: Map<string, Promise<void>>
}
const store = globalThis as typeof globalThis & { headgateQueue?: Holder }
store.headgateQueue ??= { boss: null, ensured: new Map() }
const holder = store.headgateQueue

/**
 * The process's queue, started at first use. Only the worker supervises, keeps the schedule and listens; web sends.
 * The first caller decides the role, so a worker asks for its own before anything is enqueued.
 */
export function queue(role: QueueRole = 'web'): Promise<PgBoss> {
  holder.boss ??= start(role).catch((error: unknown) => {
    holder.boss = null
    throw error
  })
  return holder.boss
}

async function start(role: QueueRole): Promise<PgBoss> {
  const isWorker = role === 'worker'
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    schema: 'pgboss',
    max: CONNECTIONS_MAX[role],
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
    application_name: `headgate-${role}`,
  })
  boss.on('error', (error) => log.error({ event: 'queue.error', err: error }))
  await boss.start()
  await boss.createQueue(DEAD_LETTER_QUEUE, { retentionSeconds: DEAD_LETTER_RETENTION_SECONDS })
  return boss
}

/** Makes sure the job's queue exists with the options its definition has now. */
export function ensureQueue(boss: PgBoss, job: JobDefinition): Promise<void> {
  const known = holder.ensured.get(job.name)
  if (known) return known
  const ensured = createQueue(boss, job).catch((error: unknown) => {
    holder.ensured.delete(job.name)
    throw error
  })
  holder.ensured.set(job.name, ensured)
  return ensured
}

async function createQueue(boss: PgBoss, job: JobDefinition): Promise<void> {
  const options = {
    retryLimit: job.options.retryLimit,
    retryDelay: job.options.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: job.options.retryDelayMaxSeconds,
    expireInSeconds: job.options.expireInSeconds,
    // A killed worker's job is tried again when its heartbeat stops, not when its whole time would have been over.
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD_LETTER_QUEUE,
    notify: true,
  }
  // `short`: one waiting job per singleton key. A job that runs does not keep the next one from waiting.
  await boss.createQueue(job.name, { ...options, policy: 'short' })
  await boss.updateQueue(job.name, options)
}

/** Stops the process's queue, letting running jobs end within the time given. */
export async function stopQueue(timeoutMs = 10_000): Promise<void> {
  const boss = holder.boss
  holder.boss = null
  holder.ensured.clear()
  if (boss) await (await boss).stop({ graceful: true, timeout: timeoutMs })
}
