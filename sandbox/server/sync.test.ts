import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const place = { schema: 'public', table: 'customer' }
const evolve = (change: object) => test.command('POST', '/connections/shop_orchard/source', change)
const sync = (body: object = {}) => test.command('POST', '/connections/shop_orchard/sync', body)

async function tableShape(name: string): Promise<WarehouseTable> {
  const tables = (await test.command('GET', '/warehouse')).body.tables as WarehouseTable[]
  const table = tables.find((candidate) => candidate.schema === 'shop_public' && candidate.table === name)
  if (!table) throw new Error(`no table ${name}`)
  return table
}

async function rowsOf(name: string): Promise<WarehouseRow[]> {
  return (await test.command('GET', `/warehouse/shop_public/${name}?limit=1000`)).body.rows as WarehouseRow[]
}

const typesOf = (table: WarehouseTable) => Object.fromEntries(table.columns.map(({ name, type }) => [name, type]))

describe('a sync', () => {
  it('has delivered every connection once, in the shape of the destination', async () => {
    const customer = await tableShape('customer')
    expect(typesOf(customer)).toEqual({
      id: 'bigint',
      email: 'character varying(80)',
      city: 'text',
      points: 'integer',
      createdat: 'timestamp with time zone',
      _fivetran_deleted: 'boolean',
      _fivetran_synced: 'timestamp with time zone',
    })
    expect(customer.rows).toBe(60)
    expect((await tableShape('note')).columns[0]).toEqual({ name: '_fivetran_id', type: 'text' })
  })

  it('adds a new column and fills it for every row', async () => {
    await evolve({
      op: 'add-column',
      ...place,
      column: { name: 'backupMail', type: 'STRING', generator: { kind: 'email', style: 'personal' } },
    })
    expect((await sync()).body).toMatchObject({
      status: 'SUCCESSFUL',
      schemaChanges: ['shop_public.customer.backupmail added as STRING'],
    })
    const rows = (await rowsOf('customer')).filter((row) => row._fivetran_deleted !== true)
    expect(rows.every((row) => String(row.backupmail).includes('@'))).toBe(true)
  })

  it('keeps a renamed column as a ghost whose old values stay where rows did not move', async () => {
    await evolve({ op: 'rename-column', ...place, column: 'city', to: 'town' })
    await sync()
    const { columns } = await tableShape('customer')
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['city', 'town']))
    const rows = await rowsOf('customer')
    expect(rows.some((row) => row.city !== null && row.city === row.town)).toBe(true)
    await sync({ historical: true })
    expect((await rowsOf('customer')).every((row) => row.city === null)).toBe(true)
    const { body } = await test.api('GET', '/v1/connections/shop_orchard/schemas')
    expect(body).toMatchObject({
      data: {
        schemas: {
          public: {
            tables: { customer: { columns: { city: { enabled_patch_settings: { reason_code: 'DELETED' } } } } },
          },
        },
      },
    })
  })

  it('promotes a type: two outcomes for one trigger, the column moves to the end', async () => {
    await evolve({
      op: 'retype-column',
      ...place,
      column: 'points',
      type: 'DOUBLE',
      generator: { kind: 'amount', min: 0, max: 9 },
    })
    await sync()
    const { columns } = await tableShape('customer')
    expect(columns.at(-1)).toEqual({ name: 'points', type: 'double precision' })
    const { syncs } = (await test.command('GET', '/connections/shop_orchard')).body as { syncs: { status: string }[] }
    expect(syncs.slice(-2).map(({ status }) => status)).toEqual(['FAILED', 'SUCCESSFUL'])
  })

  it('writes hashes of a hashed column from then on', async () => {
    const path = '/v1/connections/shop_orchard/schemas/public/tables/customer/columns/email'
    expect((await test.api('PATCH', path, { enabled: true, hashed: true })).status).toBe(200)
    await sync({ historical: true })
    const rows = (await rowsOf('customer')).filter((row) => row._fivetran_deleted !== true)
    for (const row of rows) expect(row.email).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(typesOf(await tableShape('customer')).email).toBe('text')
  })

  it('leaves a table alone that is gone, and moves a key', async () => {
    await evolve({ op: 'change-key', ...place, primaryKey: ['id', 'town'] })
    await evolve({ op: 'drop-table', schema: 'public', table: 'fixed' })
    const frozen = await tableShape('fixed')
    expect((await sync()).body).toMatchObject({
      status: 'SUCCESSFUL',
      schemaChanges: ['shop_public.customer key is now id, town'],
    })
    expect(await tableShape('fixed')).toEqual(frozen)
  })

  it('is cancelled by saving a schema config', async () => {
    await sync({ wait: false, durationMs: 60_000 })
    const path = '/v1/connections/shop_orchard/schemas/public'
    expect((await test.api('PATCH', path, { enabled: true })).status).toBe(200)
    const { syncs, run } = (await test.command('GET', '/connections/shop_orchard')).body as {
      syncs: { status: string }[]
      run: unknown
    }
    expect([run, syncs.at(-1)?.status]).toEqual([null, 'CANCELED'])
  })

  it('fails with its task on a broken connection, and works again when that is repaired', async () => {
    const broken = () => test.command('POST', '/connections/broken_pier/sync', {})
    expect((await broken()).body).toMatchObject({ status: 'FAILURE_WITH_TASK', reason: 'Reconnect it.' })
    await test.command('POST', '/connections/broken_pier/health', { state: 'connected' })
    expect((await broken()).body).toMatchObject({ status: 'SUCCESSFUL' })
  })

  it('starts by itself when the clock says so', async () => {
    const before = (await test.api('GET', '/v1/connections/shop_orchard')).body.data as { succeeded_at: string }
    await test.command('POST', '/clock', { advanceMs: 7 * 3_600_000 })
    const after = (await test.api('GET', '/v1/connections/shop_orchard')).body.data as { succeeded_at: string }
    expect(Date.parse(after.succeeded_at) - Date.parse(before.succeeded_at)).toBeGreaterThan(6 * 3_600_000)
  })
})
