import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestSandbox, type TestSandbox } from './start-test-sandbox'

let test: TestSandbox
beforeEach(async () => {
  test = await startTestSandbox()
})
afterEach(() => test.close())

const SHOP = '/v1/connections/shop_orchard'
const database = { schema_prefix: 'made', host: 'h.example.com', user: 'u', password: 'p' }
const create = (body: object) =>
  test.api('POST', '/v1/connections', { group_id: 'first_group', service: 'postgres', config: database, ...body })
const statusOf = async (id: string) =>
  ((await test.api('GET', `/v1/connections/${id}`)).body.data as { status: Record<string, unknown> }).status
const idOf = (answer: { body: Record<string, unknown> }) => (answer.body.data as { id: string }).id
const syncsOf = (id: string) => test.sandbox.world.connections.find((connection) => connection.id === id)?.syncs ?? []

describe('a new connection', () => {
  it('is created even when its setup tests fail, and is incomplete then', async () => {
    const answer = await create({ config: { schema_prefix: 'made' }, paused: true })
    expect([answer.status, answer.body.message]).toEqual([201, 'Connection has been created'])
    expect(answer.body.data).toMatchObject({ status: { setup_state: 'incomplete' }, schema: 'made', paused: true })
    expect(JSON.stringify(answer.body.data)).toContain('"FAILED"')
    const id = idOf(answer)
    await test.api('PATCH', `/v1/connections/${id}`, { config: { host: 'h', user: 'u', password: 'p' } })
    expect(await statusOf(id)).toMatchObject({ setup_state: 'connected' })
    expect((await test.api('GET', `/v1/connections/${id}/schemas`)).body.code).toBe('NotFound_SchemaConfig')
  })

  it.each<[string, object, number, string]>([
    ['without a group', { group_id: undefined }, 400, "Field 'group_id' is required"],
    ['of an unknown service', { service: 'nope' }, 400, "Unsupported service 'nope'"],
    ['without its destination schema', { config: {} }, 400, "Field 'config.schema_prefix' is required"],
    ['with a name that is no name', { config: { schema_prefix: 'Not So' } }, 400, 'Invalid value'],
    ['with a schema that is taken', { config: { ...database, schema_prefix: 'shop' } }, 409, 'already used'],
  ])('is refused %s', async (_, body, status, message) => {
    const answer = await create(body)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toContain(message)
  })

  it('keeps what was asked of its schema before the first look', async () => {
    const id = idOf(await create({ paused: true }))
    const asked = { schemas: { public: { enabled: true, tables: { note: { enabled: false } } } } }
    const answer = await test.api('POST', `/v1/connections/${id}/schemas`, asked)
    expect([answer.status, answer.body.data]).toEqual([200, asked])
    await test.api('PATCH', `/v1/connections/${id}`, { paused: false, run_setup_tests: false })
    await test.command('POST', `/connections/${id}/sync`, {})
    const { body } = await test.api('GET', `/v1/connections/${id}/schemas`)
    expect(body.data).toMatchObject({ schemas: { public: { tables: { note: { enabled: false } } } } })
    expect((await test.api('POST', `/v1/connections/${id}/schemas`, asked)).status).toBe(409)
  })

  it('leaves its tables behind when it is deleted, and a reset still knows them', async () => {
    await test.api('DELETE', SHOP)
    expect((await test.api('GET', SHOP)).status).toBe(404)
    const tables = (await test.command('GET', '/warehouse')).body.tables as { schema: string }[]
    expect(tables.some(({ schema }) => schema === 'shop_public')).toBe(true)
    await test.command('POST', '/reset')
    expect((await test.api('GET', SHOP)).status).toBe(200)
  })

  it('keeps source names where it was told to before the first sync', async () => {
    const id = idOf(await create({ destination_schema_names: 'SOURCE_NAMING' }))
    await test.command('POST', `/connections/${id}/sync`, {})
    const tables = (await test.command('GET', '/warehouse')).body.tables as {
      schema: string
      table: string
      columns: { name: string }[]
    }[]
    const customer = tables.find(({ schema, table }) => schema === 'public' && table === 'customer')
    expect(customer?.columns.map(({ name }) => name)).toContain('createdAt')
    const late = await test.api('PATCH', `/v1/connections/${id}`, { destination_schema_names: 'FIVETRAN_NAMING' })
    expect(late.status).toBe(400)
  })
})

describe('re-syncs', () => {
  const resync = (body: unknown) => test.api('POST', `${SHOP}/schemas/tables/resync`, body)

  it('of single tables deliver those anew and nothing else', async () => {
    const answer = await resync({ public: ['customer'] })
    expect(answer.body).toEqual({ code: 'Success', message: 'Re-sync has been triggered successfully' })
    await test.sandbox.engine.settle()
    const last = syncsOf('shop_orchard').at(-1)
    expect(Object.keys(last?.rows ?? {})).toEqual(['shop_public.customer'])
    expect(last?.rows['shop_public.customer']).toBeGreaterThan(50)
    const scoped = await test.api('POST', `${SHOP}/resync`, { scope: { public: ['note'] } })
    expect(scoped.body.message).toContain('successfully triggered')
  })

  it.each<[string, object, number]>([
    ['nothing', {}, 400],
    ['no table', { public: [] }, 400],
    ['an unknown table', { public: ['Customer'] }, 404],
    ['an unknown schema', { Public: ['customer'] }, 404],
  ])('of %s are refused', async (_, body, status) => {
    expect((await resync(body)).status).toBe(status)
  })

  it('of a table that is switched off, or of a service without them, are refused', async () => {
    await test.api('PATCH', `${SHOP}/schemas/public/tables/note`, { enabled: false })
    expect((await resync({ public: ['note'] })).status).toBe(400)
    const answer = await test.api('POST', '/v1/connections/broken_pier/schemas/tables/resync', { public: ['note'] })
    expect([answer.status, answer.body.message]).toEqual([400, 'Table re-sync is not supported for this connection'])
  })

  it('wait for a running sync, refuse a running re-sync, and wait for a paused connection', async () => {
    await test.command('POST', '/connections/shop_orchard/sync', { wait: false, durationMs: 60_000 })
    expect((await resync({ public: ['note'] })).status).toBe(200)
    await test.command('POST', '/clock', { advanceMs: 61_000 })
    await test.command('POST', '/clock', { advanceMs: 1000 })
    expect(
      syncsOf('shop_orchard')
        .slice(-2)
        .map(({ status }) => status),
    ).toEqual(['SUCCESSFUL', 'SUCCESSFUL'])
    expect(Object.keys(syncsOf('shop_orchard').at(-1)?.rows ?? {})).toEqual(['shop_public.note'])

    await test.command('POST', '/connections/shop_orchard/sync', { wait: false, durationMs: 60_000, historical: true })
    expect((await resync({ public: ['note'] })).status).toBe(409)

    const count = syncsOf('idle_mill').length
    await test.api('POST', '/v1/connections/idle_mill/schemas/tables/resync', { public: ['note'] })
    await test.command('POST', '/clock', { advanceMs: 1000 })
    expect(syncsOf('idle_mill')).toHaveLength(count)
    await test.api('PATCH', '/v1/connections/idle_mill', { paused: false, run_setup_tests: false })
    await test.command('POST', '/clock', { advanceMs: 1000 })
    expect(Object.keys(syncsOf('idle_mill').at(count)?.rows ?? {})).toEqual(['idle_public.note'])
  })
})

describe('a sync that is rescheduled', () => {
  it('runs again by itself on a schedule, and never on a manual connection', async () => {
    await test.command('POST', '/connections/shop_orchard/next-sync', { status: 'RESCHEDULED', afterMs: 60_000 })
    await test.command('POST', '/connections/shop_orchard/sync', {})
    expect(await statusOf('shop_orchard')).toMatchObject({
      sync_state: 'rescheduled',
      rescheduled_for: expect.any(String),
    })
    await test.command('POST', '/clock', { advanceMs: 61_000 })
    expect(await statusOf('shop_orchard')).toMatchObject({ sync_state: 'scheduled', rescheduled_for: null })

    await test.api('PATCH', SHOP, { schedule_type: 'manual', run_setup_tests: false })
    await test.command('POST', '/connections/shop_orchard/next-sync', { status: 'RESCHEDULED', afterMs: 60_000 })
    await test.command('POST', '/connections/shop_orchard/sync', {})
    await test.command('POST', '/clock', { advanceMs: 61_000 })
    expect(await statusOf('shop_orchard')).toMatchObject({ sync_state: 'rescheduled' })
    await test.api('POST', `${SHOP}/sync`, {})
    await test.sandbox.engine.settle()
    expect(await statusOf('shop_orchard')).toMatchObject({ sync_state: 'scheduled' })
  })
})

describe('capture before sync', () => {
  it('captures and waits until the schema status is set to ready', async () => {
    const id = idOf(
      await create({ service: 'zendesk', config: { schema: 'other_desk' }, auth: { t: 'x' }, paused: true }),
    )
    await test.api('PATCH', `/v1/connections/${id}`, { schema_status: 'blocked_on_capture', paused: false })
    await test.command('POST', `/connections/${id}/sync`, {})
    expect(await statusOf(id)).toMatchObject({ schema_status: 'blocked_on_customer', is_historical_sync: true })
    expect((await test.api('GET', `/v1/connections/${id}/schemas`)).status).toBe(200)
    await test.api('PATCH', `/v1/connections/${id}`, { schema_status: 'ready', run_setup_tests: false })
    await test.sandbox.engine.settle()
    expect(await statusOf(id)).toMatchObject({ schema_status: 'ready', is_historical_sync: false })
  })
})
