import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncRecord } from '@/sandbox/state/world'
import type { WarehouseRow, WarehouseTable } from '@/sandbox/warehouse/warehouse'
import { openTestWarehouse, startTestSandbox, type TestSandbox, type TestWarehouse } from './start-test-sandbox'

let destination: TestWarehouse
let test: TestSandbox
beforeAll(async () => {
  destination = await openTestWarehouse()
  test = await startTestSandbox({ warehouse: destination.warehouse, warehouseUrl: destination.url })
})
afterAll(async () => {
  await test.close()
  await destination.drop()
})

const TABLE = '/v1/connections/shop_orchard/schemas/public/tables/customer'
const sync = (body: object = {}) => test.command('POST', '/connections/shop_orchard/sync', body)
const setMode = (mode: string) => test.api('PATCH', TABLE, { sync_mode: mode })

async function columnsOf(name: string): Promise<string[]> {
  const tables = (await test.command('GET', '/warehouse')).body.tables as WarehouseTable[]
  const table = tables.find((candidate) => candidate.schema === 'shop_public' && candidate.table === name)
  return table?.columns.map((column) => column.name) ?? []
}

async function rowsOf(name: string): Promise<WarehouseRow[]> {
  return (await test.command('GET', `/warehouse/shop_public/${name}?limit=1000`)).body.rows as WarehouseRow[]
}

/** Syncs until the source has changed rows and deleted some. */
async function syncOften(): Promise<void> {
  for (let round = 0; round < 12; round += 1) expect((await sync()).body.status).toBe('SUCCESSFUL')
}

describe('sync modes', () => {
  it('HISTORY keeps each version, closed a millisecond before the next begins', async () => {
    await syncOften()
    const before = await rowsOf('customer')
    expect((await setMode('HISTORY')).status).toBe(200)
    await sync()
    const columns = await columnsOf('customer')
    expect(columns).toEqual(expect.arrayContaining(['_fivetran_active', '_fivetran_start', '_fivetran_end']))
    expect(columns).not.toContain('_fivetran_deleted')
    expect((await rowsOf('customer')).length).toBeGreaterThanOrEqual(before.length)

    await syncOften()
    const rows = await rowsOf('customer')
    const time = (value: unknown) => Date.parse(String(value))
    const byId = new Map<string, WarehouseRow[]>()
    for (const row of rows) byId.set(String(row.id), [...(byId.get(String(row.id)) ?? []), row])
    const changed = [...byId.values()].filter((versions) => versions.length > 1)
    expect(changed.length).toBeGreaterThan(0)
    for (const versions of byId.values()) {
      const sorted = versions.toSorted((a, b) => time(a._fivetran_start) - time(b._fivetran_start))
      expect(sorted.filter((row) => row._fivetran_active === true).length).toBeLessThanOrEqual(1)
      for (const [index, row] of sorted.entries()) {
        const next = sorted[index + 1]
        if (next) expect(time(next._fivetran_start) - time(row._fivetran_end)).toBe(1)
      }
    }
  })

  it('back in SOFT_DELETE the latest version of each row is left, deleted where it was not active', async () => {
    const versions = await rowsOf('customer')
    const ids = new Set(versions.map((row) => String(row.id)))
    const active = versions.filter((row) => row._fivetran_active === true)
    await setMode('SOFT_DELETE')
    await sync()
    const rows = await rowsOf('customer')
    expect(new Set(rows.map((row) => String(row.id))).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(ids.size)
    expect(rows.filter((row) => row._fivetran_deleted === true).length).toBeGreaterThanOrEqual(ids.size - active.length)
  })

  it('LIVE deletes for good and has no column that says so', async () => {
    await setMode('LIVE')
    await sync()
    expect(await columnsOf('customer')).not.toContain('_fivetran_deleted')
    const before = new Set((await rowsOf('customer')).map((row) => String(row.id)))
    for (let round = 0; round < 3; round += 1) await syncOften()
    const after = new Set((await rowsOf('customer')).map((row) => String(row.id)))
    expect([...before].some((id) => !after.has(id))).toBe(true)
  })

  it('cannot be set where the table does not offer them', async () => {
    const answer = await test.api('PATCH', TABLE.replace('customer', 'note'), { sync_mode: 'LIVE' })
    expect([answer.status, answer.body.code]).toEqual([400, 'InvalidInput'])
  })
})

describe('dropping columns', () => {
  it('takes a blocked column out of the destination at the next sync', async () => {
    expect((await test.api('DELETE', `${TABLE}/columns/city`)).status).toBe(409)
    await test.api('PATCH', `${TABLE}/columns/city`, { enabled: false })
    await sync()
    expect(await columnsOf('customer')).toContain('city')
    expect((await test.api('DELETE', `${TABLE}/columns/city`)).body.message).toBe(
      'Column successfully marked for deletion',
    )
    const record = (await sync()).body as unknown as SyncRecord
    expect(record.schemaChanges).toEqual(['shop_public.customer.city dropped'])
    expect(await columnsOf('customer')).not.toContain('city')
    await test.api('PATCH', `${TABLE}/columns/city`, { enabled: true })
    await sync()
    expect((await rowsOf('customer')).some((row) => row.city !== null)).toBe(true)
  })
})

describe('the type lock', () => {
  it('turns what a locked type does not take into NULL, and keeps the type', async () => {
    await test.api('PATCH', '/v1/connections/shop_orchard/schemas', { is_type_locked: true })
    await sync()
    await test.command('POST', '/connections/shop_orchard/source', {
      op: 'retype-column',
      schema: 'public',
      table: 'note',
      column: 'score',
      type: 'LOCALDATE',
      generator: { kind: 'date', from: '2025-01-01', to: '2026-01-01' },
    })
    const record = (await sync({ historical: true })).body as unknown as SyncRecord
    expect([record.status, record.schemaChanges]).toEqual(['SUCCESSFUL', []])
    const live = (await rowsOf('note')).filter((row) => row._fivetran_deleted === false)
    expect(live.every((row) => row.score === null)).toBe(true)
  })
})
