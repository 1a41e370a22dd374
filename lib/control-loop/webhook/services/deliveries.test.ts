import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { requestAccountRefresh } from '@/lib/control-loop/connection/services/request-refresh'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { until } from '@/lib/testing/start-process'

/**
 * Deliveries that come twice, out of order, late or not at all, against a real worker: in the end our view is the sandbox's.
 * `npm run test:deliveries` sends ten thousand events; every test run sends three hundred.
 */
const isLong = readProcessEnv().npm_lifecycle_event === 'test:deliveries'
const eventsSent = isLong ? 10_000 : 300
const connections = isLong ? 12 : 6
/** Events of one sync: its start and its end. */
const eventsPerSync = 2
const changeEvery = 10

const liveSchema = z.object({
  paused: z.boolean(),
  succeededAt: z.string().nullable(),
  failedAt: z.string().nullable(),
  syncs: z.array(z.object({ syncId: z.string() })),
})
const sourceSchema = z.array(
  z.object({
    name: z.string(),
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string() })) })),
  }),
)
const deliveriesSchema = z.object({ items: z.array(z.object({ nextAttemptAt: z.string().nullable() })) })

let loop: Loop
let added = 0
const idOf = (index: number) => `scaled_${String(index + 1).padStart(4, '0')}`
const ids = Array.from({ length: connections }, (_, index) => idOf(index))

beforeAll(async () => {
  loop = await startLoop({
    sandboxFlags: [
      '--tables',
      String(connections),
      '--columns',
      '4',
      '--connections',
      String(connections),
      '--rows',
      '2',
    ],
  })
  // The account is ours alone here: what is tested is the view, not the budget.
  await loop.db.fivetranAccount.updateMany({ data: { requestsPerHourMax: 20_000 } })
  loop.startWorker()
  await loop.until(
    'a baseline of every connection',
    async () => (await loop.db.connection.count({ where: { baselineSnapshotId: { not: null } } })) === connections,
  )
  await loop.until('a registered webhook', () =>
    loop.db.fivetranAccount.findFirst({ where: { webhookState: 'active' } }),
  )
}, 120_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

/** Syncs spread over the connections, a few at a time; now and then the source of one gains a column first. */
async function runSyncs(count: number): Promise<void> {
  const perConnection = Math.ceil(count / ids.length)
  await Promise.all(
    ids.map(async (id, index) => {
      for (let round = 0; round < perConnection; round++) {
        if ((round + index) % changeEvery === 0) await addColumn(id, index)
        await loop.sandbox.command(`/connections/${id}/sync`, { wait: true, durationMs: 0 })
      }
    }),
  )
}

async function addColumn(id: string, index: number): Promise<void> {
  added += 1
  await loop.sandbox.command(`/connections/${id}/source`, {
    op: 'add-column',
    schema: 'public',
    table: `table_${String(index + 1).padStart(5, '0')}`,
    column: { name: `extra_${added}`, type: 'STRING', nullShare: 0, generator: { kind: 'city' } },
  })
}

/** Ten thousand events leave a worker more to catch up with than three hundred. */
const within = (what: string, look: () => Promise<boolean>) =>
  until(what, look, { withinMs: isLong ? 10 * 60_000 : 40_000 })

/** Lets everything that is still on its way arrive, late ones included. */
async function drain(): Promise<void> {
  await loop.sandbox.command('/clock', { advanceMs: 2 * 3_600_000 })
  await within('every delivery made', async () => {
    const { items } = deliveriesSchema.parse(await loop.sandbox.command('/deliveries'))
    return items.every(({ nextAttemptAt }) => nextAttemptAt === null)
  })
  await within(
    'an empty inbox',
    async () => (await loop.db.webhookDelivery.count({ where: { outcome: 'kept', processedAt: null } })) === 0,
  )
}

/** What differs between our rows and the service itself; nothing when the views are equal. */
async function compareViews(): Promise<string[]> {
  const differences: string[] = []
  for (const externalId of ids) {
    const live = liveSchema.parse(await loop.sandbox.command(`/connections/${externalId}`))
    const row = await loop.db.connection.findFirstOrThrow({ where: { externalId } })
    const same = (one: Date | null, other: string | null) =>
      (one?.getTime() ?? null) === (other === null ? null : Date.parse(other))
    if (!same(row.succeededAt, live.succeededAt)) differences.push(`${externalId} succeeded at`)
    if (!same(row.failedAt, live.failedAt)) differences.push(`${externalId} failed at`)
    if (row.syncState === 'syncing') differences.push(`${externalId} is said to sync`)
    if (row.paused !== live.paused) differences.push(`${externalId} paused`)
    const source = sourceSchema.parse(await loop.sandbox.command(`/connections/${externalId}/source`))
    const wanted = source.flatMap(({ name, tables }) =>
      tables.flatMap((table) => table.columns.map((column) => `${name}.${table.name}.${column.name}`)),
    )
    const tree = await loadTree(row.latestSnapshotId ?? '', loop.db)
    const known = Object.entries(tree.schemas).flatMap(([schema, { tables }]) =>
      Object.entries(tables).flatMap(([table, { columns }]) =>
        Object.entries(columns)
          .filter(([, { inSource }]) => inSource === true)
          .map(([column]) => `${schema}.${table}.${column}`),
      ),
    )
    for (const path of wanted) if (!known.includes(path)) differences.push(`${externalId} lacks ${path}`)
    for (const path of known) if (!wanted.includes(path)) differences.push(`${externalId} has ${path}`)
  }
  return differences
}

async function settle(): Promise<void> {
  await requestAccountRefresh(loop.as('admin'))
  let differences: string[] = []
  try {
    await within('equal views', async () => {
      differences = await compareViews()
      return differences.length === 0
    })
  } catch {
    expect(differences).toEqual([])
  }
}

describe(`${eventsSent} webhook events`, () => {
  it(
    'of which many come twice, out of order, late or never leave us with the sandbox’s view, each kept once',
    async () => {
      await loop.sandbox.command('/webhook-faults', { duplicate: 0.2, reorder: 0.3, late: 0.1, lost: 0.05, seed: 3 })
      await runSyncs(eventsSent / eventsPerSync)
      await drain()
      await settle()
      const kept = await loop.db.webhookDelivery.findMany({
        where: { outcome: 'kept', event: { startsWith: 'sync_' } },
      })
      const named = new Set(kept.map(({ event, syncId, payload }) => JSON.stringify([event, syncId, payload])))
      expect(named.size).toBe(kept.length)
      expect(kept.reduce((sum, { doubles }) => sum + doubles, 0)).toBeGreaterThan(0)
      const ends = await loop.db.sync.groupBy({
        by: ['connectionId', 'externalId'],
        _count: true,
        where: { externalId: { not: null } },
      })
      expect(ends.filter(({ _count }) => _count > 1)).toEqual([])
      expect(await loop.db.webhookDelivery.count({ where: { outcome: 'refused' } })).toBe(0)
    },
    60 * 60_000,
  )

  it(
    'that are all lost change nothing about that: polling finds every change',
    async () => {
      await loop.sandbox.command('/webhook-faults', { lost: 1, seed: 4 })
      const before = await loop.db.webhookDelivery.count()
      await runSyncs(ids.length * changeEvery)
      await settle()
      expect(await loop.db.webhookDelivery.count()).toBe(before)
    },
    10 * 60_000,
  )
})
