import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { PgBoss } from 'pg-boss'
import { db } from '../db/client'
import { log } from '../telemetry/log'
import type { BoundJob } from './bind-job'
import type { JobDefinition } from './define-job'
import { ensureQueue, queue, stopQueue } from './queue'
import { runJob } from './run-job'

const HEARTBEAT_MS = 10_000
const DRAIN_MS = 10_000
/** Retries and deferred jobs are found by polling; new ones wake the worker by notification. */
const POLL_SECONDS = 2
/** Rows of workers that ended without a word are forgotten after this. */
const FORGET_WORKERS_MS = 24 * 3600_000

/** A job enqueued by the clock. `cron` is in UTC. */
export interface JobSchedule {
  job: JobDefinition
  cron: string
  payload: object
}

export interface RunWorkerOptions {
  jobs: readonly BoundJob[]
  schedules?: readonly JobSchedule[]
  /** Shown in the worker table and the log. */
  workerId?: string
}

/**
 * Runs the given jobs until the returned function is called, which takes no new job, lets running ones end within ten
 * seconds and closes the queue and the database. Any number of workers may run beside each other.
 */
export async function runWorker(options: RunWorkerOptions): Promise<() => Promise<void>> {
  const workerId = options.workerId ?? `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const startedAt = new Date()
  await beat(workerId, startedAt)
  const boss = await queue('worker')
  for (const { job } of options.jobs) await ensureQueue(boss, job)
  await reconcileSchedules(boss, options.schedules ?? [])
  for (const bound of options.jobs) {
    for (let slot = 0; slot < bound.job.options.concurrency; slot++) await work(boss, bound)
  }
  const timer = setInterval(() => {
    beat(workerId, startedAt).catch((error: unknown) =>
      log.error({ event: 'worker.heartbeat-failed', workerId, err: error }),
    )
  }, HEARTBEAT_MS)
  log.info({ event: 'worker.started', workerId, count: options.jobs.length })

  let stopping: Promise<void> | null = null
  const stop = async () => {
    clearInterval(timer)
    await stopQueue(DRAIN_MS)
    await db.worker.deleteMany({ where: { id: workerId } })
    await db.$disconnect()
    log.info({ event: 'worker.stopped', workerId })
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}

async function work(boss: PgBoss, bound: BoundJob): Promise<void> {
  let slotId: string | null = null
  slotId = await boss.work(
    bound.job.name,
    {
      batchSize: 1,
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    },
    async (jobs) => {
      const results = await Promise.all(jobs.map((job) => runJob(bound, job)))
      // Single jobs, so that a slow one holds up no other, and the next one at once: the queue's own burst mode
      // works for batches only, and without this a backlog would drain at one job per poll.
      if (slotId) boss.notifyWorker(slotId)
      return results
    },
  )
}

/** Makes the stored schedules those of this build: a job that lost its schedule must not go on being enqueued. */
async function reconcileSchedules(boss: PgBoss, schedules: readonly JobSchedule[]): Promise<void> {
  const wanted = new Set(schedules.map(({ job }) => job.name))
  for (const stored of await boss.getSchedules()) if (!wanted.has(stored.name)) await boss.unschedule(stored.name)
  for (const { job, cron, payload } of schedules) {
    await ensureQueue(boss, job)
    // No correlation id inside: each occurrence gets its own when it runs.
    await boss.schedule(
      job.name,
      cron,
      { payload: job.payload.parse(payload) },
      { tz: 'UTC', singletonKey: 'schedule' },
    )
  }
}

async function beat(workerId: string, startedAt: Date): Promise<void> {
  const seenAt = new Date()
  await db.worker.upsert({
    where: { id: workerId },
    create: { id: workerId, startedAt, seenAt },
    update: { seenAt },
  })
  await db.worker.deleteMany({ where: { seenAt: { lt: new Date(seenAt.getTime() - FORGET_WORKERS_MS) } } })
}
