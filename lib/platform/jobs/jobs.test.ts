import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { transact } from '../db/client'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { bindJob } from './bind-job'
import { defineJob } from './define-job'
import { enqueueJob } from './enqueue-job'
import { runWorker } from './run-worker'
import { listDeadJobs } from './services/list-dead-jobs'
import { replayDeadJob } from './services/replay-dead-job'

const payload = z.object({ name: z.string(), correlationId: z.string().optional() })
const greet = defineJob({ name: 'greet', payload })
const fail = defineJob({ name: 'fail', payload, options: { retryLimit: 0 } })
const ctx = systemContext('seed', createCorrelationId())

let test: TestDatabase
let stop: () => Promise<void>
const done: { name: string; correlationId: string }[] = []
let isMended = false

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come true within ten seconds.')
}

beforeAll(async () => {
  test = await withTestDatabase()
  stop = await runWorker({
    workerId: 'test-worker',
    schedules: [{ job: greet, cron: '0 3 * * *', payload: { name: 'nightly' } }],
    jobs: [
      bindJob(greet, async ({ name }, { correlationId }) => {
        done.push({ name, correlationId })
      }),
      bindJob(fail, async ({ name }, { correlationId }) => {
        if (!isMended) throw new Error('It does not work.')
        done.push({ name, correlationId })
      }),
    ],
  })
})
afterAll(async () => {
  await stop()
  await test.drop()
})

describe('a job', () => {
  it('runs when its transaction commits, on the thread it was given', async () => {
    const correlationId = createCorrelationId()
    await transact((tx) => enqueueJob(tx, greet, { name: 'kept', correlationId }))
    await until(() => done.some((job) => job.name === 'kept'))
    expect(done.find((job) => job.name === 'kept')?.correlationId).toBe(correlationId)
  })

  it('never existed when its transaction rolled back', async () => {
    const failing = transact(async (tx) => {
      expect(await enqueueJob(tx, greet, { name: 'undone' })).not.toBeNull()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const left = await test.db.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM pgboss.job WHERE data->'payload'->>'name' = 'undone'`
    expect(Number(left[0]?.count)).toBe(0)
  })

  it('waits once under a key, and as often as asked without one', async () => {
    const later = { singletonKey: 'k', startAfterSeconds: 3600 }
    expect(await enqueueJob(test.db, greet, { name: 'a' }, later)).not.toBeNull()
    expect(await enqueueJob(test.db, greet, { name: 'b' }, later)).toBeNull()
    expect(await enqueueJob(test.db, greet, { name: 'c' }, { startAfterSeconds: 3600 })).not.toBeNull()
    expect(await enqueueJob(test.db, greet, { name: 'd' }, { startAfterSeconds: 3600 })).not.toBeNull()
  })

  it('is refused with a payload its definition does not take', async () => {
    await expect(enqueueJob(test.db, greet, JSON.parse('{"name": 1}'))).rejects.toThrow()
  })

  it('drains a backlog without waiting for a poll between two', async () => {
    const startedAt = performance.now()
    for (let i = 0; i < 30; i++) await enqueueJob(test.db, greet, { name: `backlog ${i}` })
    await until(() => done.filter((job) => job.name.startsWith('backlog')).length === 30)
    expect(performance.now() - startedAt).toBeLessThan(6_000)
  })

  it('goes to the dead letters after its last try, and back when a person replays it', async () => {
    await enqueueJob(test.db, fail, { name: 'dies' })
    await until(async () => (await listDeadJobs()).total === 1)
    const [dead] = (await listDeadJobs()).items
    expect(dead).toMatchObject({ job: 'fail', problem: 'It does not work.', payload: { name: 'dies' }, tries: 1 })
    isMended = true
    await replayDeadJob(ctx, dead?.id ?? '')
    await until(() => done.some((job) => job.name === 'dies'))
    expect(done.find((job) => job.name === 'dies')?.correlationId).toBe(dead?.correlationId)
    expect((await listDeadJobs()).total).toBe(0)
    await expect(replayDeadJob(ctx, dead?.id ?? '')).rejects.toMatchObject({ status: 404 })
  })

  it('is kept off the worker when its payload is not whole', async () => {
    await test.db
      .$executeRaw`UPDATE pgboss.job SET data = '{"payload": {"name": 5}}', start_after = now() WHERE singleton_key = 'k'`
    await until(async () => (await listDeadJobs()).items.some((job) => job.problem.includes('not of the shape')))
  })

  it('is scheduled as this build says, in UTC', async () => {
    const rows = await test.db
      .$queryRaw`SELECT name, cron, timezone, data->'payload'->>'name' AS payload FROM pgboss.schedule`
    expect(rows).toEqual([{ name: 'greet', cron: '0 3 * * *', timezone: 'UTC', payload: 'nightly' }])
  })

  it('shows its worker as alive', async () => {
    expect(await test.db.worker.findMany()).toMatchObject([{ id: 'test-worker' }])
  })
})
