import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { requestAccountRefresh } from '@/lib/control-loop/connection/services/request-refresh'
import { connectionOf } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'

/** What a look costs at the source: nothing where nothing moved, one call where one table did. The sandbox counts. */
let loop: Loop
const id = 'brisk_orchard'
const requestsSchema = z.object({
  limits: z.array(z.object({ appliesTo: z.string(), lengthMs: z.number(), used: z.number() })),
})

async function sourceCalls(): Promise<number> {
  const { limits } = requestsSchema.parse(await loop.sandbox.command('/requests'))
  return limits.find(({ appliesTo, lengthMs }) => appliesTo === 'source' && lengthMs === 3_600_000)?.used ?? 0
}

/** Lets the clock's round look at the connection, and gives the source calls that cost. */
async function lookByPolling(): Promise<number> {
  const before = await sourceCalls()
  const since = new Date()
  // Only this one is due: the others were looked at a moment ago.
  await loop.db.connection.updateMany({ data: { refreshedAt: since } })
  const row = await loop.db.connection.findFirstOrThrow({ where: { externalId: id } })
  await loop.db.connection.update({ where: { id: row.id }, data: { refreshedAt: new Date(0) } })
  await requestAccountRefresh(loop.as('engineer'))
  await loop.until('a look', async () => {
    const { refreshedAt } = await loop.db.connection.findUniqueOrThrow({ where: { id: row.id } })
    return refreshedAt !== null && refreshedAt >= since
  })
  return (await sourceCalls()) - before
}

async function addColumn(table: string, name: string): Promise<void> {
  await loop.sandbox.command(`/connections/${id}/source`, {
    op: 'add-column',
    schema: 'public',
    table,
    column: { name, type: 'STRING', nullShare: 0, generator: { kind: 'city' } },
  })
}
const sync = (connection: string) =>
  loop.sandbox.command(`/connections/${connection}/sync`, { wait: true, durationMs: 0 })

beforeAll(async () => {
  loop = await startLoop()
  loop.startWorker()
  await Promise.all(['amber_harbor', 'quiet_ledger', id, 'gentle_lantern'].map((one) => connectionOf(loop, one)))
  await loop.sandbox.command('/webhook-faults', { lost: 1, seed: 1 })
}, 90_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

describe('a look that no delivery asked for', () => {
  it('asks nothing at the source where nothing moved', async () => {
    await lookByPolling()
    expect(await lookByPolling()).toBe(0)
  }, 60_000)

  it('asks the one table whose settings a person moved in Fivetran', async () => {
    await loop.sandbox.command('/edit', {
      path: `/v1/connections/${id}/schemas/public/tables/customer/columns/city`,
      body: { enabled: false },
    })
    expect(await lookByPolling()).toBe(1)
    await loop.until('the edit as a change', () =>
      loop.db.change.findFirst({ where: { column: 'city', origin: 'outside', state: 'open' } }),
    )
  }, 60_000)

  it('asks only what the log tables say moved, where the log is newer than the sync', async () => {
    const tables = await loop.db.sourceReading.count({ where: { connection: { externalId: id } } })
    await sync(id)
    // A log that is older than the sync cannot know what it brought.
    expect(await lookByPolling()).toBe(tables)
    await sync(id)
    await sync('platform_steady_meridian')
    await lookByPolling()
    await sync(id)
    await sync('platform_steady_meridian')
    expect(await lookByPolling()).toBe(0)
    await addColumn('customer', 'nickname')
    await sync(id)
    await sync('platform_steady_meridian')
    expect(await lookByPolling()).toBe(1)
    await loop.until('the column as a change', () => loop.db.change.findFirst({ where: { column: 'nickname' } }))
  }, 60_000)

  it('names the log connection it hides, and never reads it', async () => {
    const own = await loop.db.connection.findMany({ where: { service: 'fivetran_log' } })
    expect(own.map(({ schemaName }) => schemaName)).toEqual(['fivetran_metadata', 'fivetran_metadata'])
    expect(own.every(({ latestSnapshotId }) => latestSnapshotId === null)).toBe(true)
  })
})
