import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallScenario } from '@/sandbox/scenarios/small-scenario'
import type { WarehouseRow } from '@/sandbox/warehouse/warehouse'
import { openTestWarehouse, startTestSandbox, type TestSandbox, type TestWarehouse } from './start-test-sandbox'

let destination: TestWarehouse
let test: TestSandbox
beforeAll(async () => {
  destination = await openTestWarehouse()
  test = await startTestSandbox({
    warehouse: destination.warehouse,
    warehouseUrl: destination.url,
    scenario: { ...smallScenario(), platform_connectors: true },
  })
})
afterAll(async () => {
  await test.close()
  await destination.drop()
})

const basic = (key: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
})

describe('system keys', () => {
  const permissions = [{ resource_type: 'CONNECTOR', access_level: 'READ' }]
  it('show their secret once, do what they may, and die at once when rotated', async () => {
    const made = (await test.api('POST', '/v1/system-keys', { name: 'reader', permissions })).body.data as {
      id: string
      key: string
      secret: string
    }
    expect(JSON.stringify((await test.api('GET', '/v1/system-keys')).body)).not.toContain(made.secret)
    expect(JSON.stringify((await test.command('GET', '/log')).body)).not.toContain(made.secret)
    const headers = basic(made.key, made.secret)
    const info = (await test.api('GET', '/v1/account/info', undefined, headers)).body.data
    expect(info).toMatchObject({ system_key_id: made.id })
    expect(info).not.toHaveProperty('user_id')
    expect((await test.api('GET', '/v1/connections', undefined, headers)).status).toBe(200)
    expect((await test.api('POST', '/v1/connections/shop_orchard/sync', {}, headers)).status).toBe(403)
    expect((await test.api('GET', '/v1/groups', undefined, headers)).status).toBe(403)

    const rotated = (await test.api('POST', `/v1/system-keys/${made.id}/rotate`, {})).body.data as typeof made
    expect((await test.api('GET', '/v1/connections', undefined, headers)).status).toBe(401)
    const again = basic(rotated.key, rotated.secret)
    expect((await test.api('GET', '/v1/connections', undefined, again)).status).toBe(200)
  })

  it('end when their time is over', async () => {
    const body = { name: 'short', permissions, expiration_period: 'ONE_WEEK' }
    const made = (await test.api('POST', '/v1/system-keys', body)).body.data as { key: string; secret: string }
    await test.command('POST', '/clock', { advanceMs: 7 * 86_400_000 })
    const answer = await test.api('GET', '/v1/connections', undefined, basic(made.key, made.secret))
    expect(answer.status).toBe(401)
  })
})

describe('groups and destinations', () => {
  it('are made in this order and unmade in the other', async () => {
    const group = (await test.api('POST', '/v1/groups', { name: 'Marketing' })).body.data as { id: string }
    const path = `/v1/destinations/${group.id}`
    expect((await test.api('GET', path)).body.code).toBe('NotFound_Destination')
    const config = { host: 'h', password: 'secret-word' }
    const create = { group_id: group.id, service: 'postgres_warehouse', time_zone_offset: '+1', config }
    const made = await test.api('POST', '/v1/destinations', create)
    expect(made.body.data).toMatchObject({ id: group.id, setup_status: 'connected', config: { password: '******' } })
    const own = await test.api('GET', `/v1/groups/${group.id}/connections`)
    expect(own.body.data).toMatchObject({ items: [{ service: 'fivetran_log', schema: 'fivetran_metadata' }] })
    expect((await test.api('DELETE', `/v1/groups/${group.id}`)).status).toBe(409)
    expect((await test.api('DELETE', path)).status).toBe(200)
    expect((await test.api('DELETE', `/v1/groups/${group.id}`)).status).toBe(200)
  })
})

describe('transformations', () => {
  it('follow their connection and tell how they ended', async () => {
    const project = await test.api('POST', '/v1/transformation-projects', {
      group_id: 'first_group',
      type: 'DBT_CORE',
      project_config: { dbt_version: '1.9.0', default_schema: 'marts', git_remote_url: 'git@git.example.com:a/b.git' },
    })
    expect(project.body.data).toMatchObject({ status: 'READY' })
    const made = await test.api('POST', '/v1/transformations', {
      type: 'DBT_CORE',
      schedule: { schedule_type: 'INTEGRATED', connection_ids: ['shop_orchard'] },
      transformation_config: {
        project_id: (project.body.data as { id: string }).id,
        name: 'daily',
        steps: [{ name: 'run', command: 'dbt run' }],
      },
    })
    const { id } = made.body.data as { id: string }
    const statusOf = async () => (await test.api('GET', `/v1/transformations/${id}`)).body.data
    expect(await statusOf()).toMatchObject({ status: 'NEW' })
    await test.command('POST', '/connections/shop_orchard/sync', {})
    expect(await statusOf()).toMatchObject({ status: 'SUCCEEDED', last_ended_at: expect.any(String) })
    await test.command('POST', `/transformations/${id}/next-run`, { next: 'FAILED' })
    await test.api('POST', `/v1/transformations/${id}/run`, {})
    expect(await statusOf()).toMatchObject({ status: 'FAILED' })
  })
})

describe('the Platform Connector', () => {
  const rowsOf = async (table: string) =>
    (await test.command('GET', `/warehouse/fivetran_metadata/${table}?limit=1000`)).body.rows as WarehouseRow[]

  it('brings types, lineage and the log to the warehouse', async () => {
    await test.command('POST', '/connections/platform_first_group/sync', {})
    const columns = await rowsOf('destination_column')
    const email = columns.find(({ name }) => name === 'email')
    expect(email?.type).toBe('character varying(80)')
    const lineage = await rowsOf('column_lineage')
    const source = lineage.find((row) => row.destination_column_id === email?.id)
    const sources = await rowsOf('source_column')
    expect(sources.find(({ id }) => id === source?.source_column_id)).toMatchObject({ name: 'email', type: 'STRING' })
    expect((await rowsOf('connection')).map((row) => row.connection_id)).toContain('shop_orchard')
  })

  it('logs as the service does: some messages are encoded twice', async () => {
    const log = await rowsOf('log')
    const events = log.map((row) => row.message_event)
    expect(events).toEqual(expect.arrayContaining(['sync_start', 'sync_end', 'records_modified']))
    const texts = log.map((row) => JSON.parse(String(row.message_data)) as unknown)
    expect(texts.some((value) => typeof value === 'string')).toBe(true)
    expect(texts.some((value) => typeof value === 'object')).toBe(true)
  })
})
