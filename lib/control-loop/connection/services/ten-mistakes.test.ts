import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { createFivetranClient, type FivetranClient } from '@/lib/integrations/fivetran/client/create-fivetran-client'
import { connectionOf } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { sandboxKey } from '@/lib/testing/start-sandbox'
import { requestAccountRefresh } from './request-refresh'

/**
 * Ten things authors of clients for this service get wrong, each shown not to be wrong here: real client, real worker, the sandbox with its
 * log as the judge. They share one account and run in order.
 */
let loop: Loop
let client: FivetranClient

const open = (baseUrl: string) =>
  createFivetranClient({ baseUrl, ...sandboxKey, transport: { allowPrivateAddresses: ['127.0.0.0/8'] } })
const rowOf = (externalId: string) => loop.db.connection.findFirstOrThrow({ where: { externalId } })

async function treeOf(externalId: string) {
  return loadTree((await rowOf(externalId)).latestSnapshotId ?? '', loop.db)
}

beforeAll(async () => {
  loop = await startLoop()
  client = open(loop.sandbox.url)
  loop.startWorker()
  await Promise.all(['amber_harbor', 'quiet_ledger', 'brisk_orchard'].map((id) => connectionOf(loop, id)))
}, 90_000)
afterAll(async () => {
  await client?.close()
  await loop?.stop()
}, 30_000)

describe('a client author', () => {
  it('1. reads the stored config as the full column list', async () => {
    const stored = await client.readSchemaConfig('amber_harbor')
    const whole = await client.readSourceColumns('amber_harbor', 'salesforce', 'contact')
    if (stored === 'absent' || whole === 'absent') throw new Error('The scenario has lost its connection')
    const touched = Object.keys(stored.schemas.salesforce?.tables.contact?.columns ?? {})
    const known = (await treeOf('amber_harbor')).schemas.salesforce?.tables.contact
    expect(touched.length).toBeLessThan(Object.keys(whole).length)
    expect(known?.columnsComplete).toBe(true)
    for (const name of Object.keys(whole)) {
      expect(known?.columns[name]).toMatchObject({ inSource: true, touched: touched.includes(name) })
    }
  })

  it('2. asks a never-synced connection for its schema config', async () => {
    await loop.sandbox.command('/edit', {
      method: 'POST',
      path: '/v1/connections',
      body: {
        group_id: 'steady_meridian',
        service: 'postgres',
        paused: true,
        config: { schema_prefix: 'never_synced', host: 'db.example.com', user: 'reader', password: 'secret-text' },
      },
    })
    const listed = await client.listConnections()
    const created = listed.connections.find(({ schemaName }) => schemaName === 'never_synced')?.externalId ?? ''
    expect(await client.readSchemaConfig(created)).toBe('absent')
    await requestAccountRefresh(loop.as('engineer'))
    const row = await loop.until('words about the missing schema', () =>
      loop.db.connection.findFirst({ where: { externalId: created, refreshProblem: { startsWith: 'No schema yet' } } }),
    )
    expect(row).toMatchObject({ latestSnapshotId: null, removedAt: null })
    expect((await loop.db.fivetranAccount.findFirstOrThrow()).state).toBe('connected')
  })

  it('3. trusts name_in_destination as the full name', async () => {
    const { schemas } = await treeOf('brisk_orchard')
    expect(schemas.public?.destinationName).toBe('orders_public')
    const types = Object.values(schemas.public?.tables.customer?.columns ?? {}).map(({ type }) => type)
    expect(types.length).toBeGreaterThan(3)
    // Types are only found where the table is looked for under its real name.
    expect(types).not.toContain(null)
  })

  it('4. lets one broken connection fail the whole listing', async () => {
    const { connections, unreadable } = await client.listConnections()
    expect(unreadable).toEqual([])
    expect(connections.find(({ externalId }) => externalId === 'faded_compass')).toMatchObject({ setupState: 'broken' })
    expect(await loop.db.connection.count({ where: { setupState: 'broken', removedAt: null } })).toBe(1)
    expect(await loop.db.connection.count({ where: { baselineSnapshotId: { not: null } } })).toBeGreaterThan(2)
  })

  // Whatever became of one mistake, the next begins with every delivery arriving.
  afterEach(async () => {
    await fetch(`${loop.sandbox.url}/sandbox/webhook-faults`, { method: 'DELETE' })
  })

  it('5. watches for the edge of a sync', async () => {
    await loop.sandbox.command('/webhook-faults', { lost: 1, seed: 1 })
    const before = await rowOf('quiet_ledger')
    await loop.sandbox.command('/connections/quiet_ledger/sync', { wait: true, durationMs: 0 })
    await requestAccountRefresh(loop.as('engineer'))
    const after = await loop.until('the end of a sync nobody saw running', async () => {
      const row = await rowOf('quiet_ledger')
      return (row.succeededAt?.getTime() ?? 0) > (before.succeededAt?.getTime() ?? 0) ? row : null
    })
    expect(
      await loop.db.sync.findFirst({ where: { connectionId: after.id, endedAt: after.succeededAt } }),
    ).toMatchObject({ status: 'successful' })
  })

  it('6. waits for a rescheduled connection that is only started by hand', async () => {
    const path = '/v1/connections/quiet_ledger'
    await loop.sandbox.command('/edit', { path, body: { schedule_type: 'manual', run_setup_tests: false } })
    await loop.sandbox.command('/connections/quiet_ledger/next-sync', { status: 'RESCHEDULED', afterMs: 4_000 })
    await loop.sandbox.command('/connections/quiet_ledger/sync', { wait: true, durationMs: 0 })
    const due = await loop.until('the instant it was put off to', async () => {
      const observed = await client.readConnection('quiet_ledger')
      return observed.syncState === 'rescheduled' ? observed.rescheduledFor : null
    })
    const effects = async () => (await loop.sandbox.effects()).filter((effect) => effect.path === `${path}/sync`)
    expect(await effects()).toHaveLength(0)
    await loop.until('a start by us', async () => (await effects()).length > 0)
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime())
    await loop.until('its end', async () => ((await rowOf('quiet_ledger')).succeededAt?.getTime() ?? 0) > due.getTime())
    expect(await effects()).toHaveLength(1)
  })

  it('7. gives config a static type', async () => {
    const configs = [{}, [], null, 'text', { port: '5432', tables: [null] }, { port: 5432, tables: { a: true } }]
    const item = { group_id: 'g', service: 'postgres', schema: 's', setup_tests: [{ details: [1] }], unheard_of: {} }
    const items = configs.map((config, index) => ({ ...item, id: `c${index}`, config }))
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ code: 'Success', data: { items } }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const other = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    const listed = await other.listConnections()
    await other.close()
    server.close()
    expect(listed.unreadable).toEqual([])
    expect(listed.connections).toHaveLength(configs.length)
  })

  it('8. sends column settings to tables that take none', async () => {
    const from = (await loop.sandbox.effects()).length
    const { id } = await rowOf('quiet_ledger')
    const column =
      Object.keys((await treeOf('quiet_ledger')).schemas.netsuite?.tables.currency?.columns ?? {})[0] ?? 'name'
    const drafted = draftByPerson(loop.as('engineer'), {
      connectionId: id,
      actions: [{ kind: 'set-column-enabled', schema: 'netsuite', table: 'currency', column, enabled: false }],
      rationale: 'Nobody reads it.',
      changeIds: [],
    })
    await expect(drafted).rejects.toMatchObject({ status: 422 })
    // Even asked to, the client gets the service's refusal as a refusal, not as a success.
    const edit = { schema: 'netsuite', table: 'currency', column, enabled: false }
    await expect(
      client.sendEdit('quiet_ledger', { kind: 'schema-config', columns: [edit], tables: [], schemas: [] }),
    ).rejects.toMatchObject({ status: 400 })
    expect(await loop.sandbox.effects()).toHaveLength(from)
  })

  it('9. takes the tree for closed', async () => {
    const from = (await loop.sandbox.effects()).length
    await loop.sandbox.command('/connections/brisk_orchard/source', {
      op: 'add-table',
      schema: 'public',
      table: {
        name: 'courier',
        rows: 5,
        primaryKey: ['id'],
        columns: [{ name: 'id', type: 'LONG', generator: { kind: 'id' } }],
      },
    })
    await loop.sandbox.command('/connections/brisk_orchard/sync', { wait: true, durationMs: 0 })
    await loop.until('the new table as a change', () =>
      loop.db.change.findFirst({ where: { kind: 'table-added', table: 'courier' } }),
    )
    const edit = { schema: 'public', table: 'customer', column: 'city', enabled: true, hashed: true }
    const sent = await client.sendEdit('brisk_orchard', {
      kind: 'schema-config',
      columns: [edit],
      tables: [],
      schemas: [],
    })
    // The smallest subtree: what we do not mean to change is not sent back.
    expect(sent.body).toEqual({ enabled: true, hashed: true })
    expect(await loop.sandbox.effects()).toHaveLength(from + 1)
  })

  it('10. applies a config before the source schema is captured', async () => {
    const from = (await loop.sandbox.effects()).length
    const row = await loop.db.connection.findFirstOrThrow({ where: { schemaName: 'never_synced' } })
    const drafted = draftByPerson(loop.as('engineer'), {
      connectionId: row.id,
      actions: [{ kind: 'set-table-enabled', schema: 'public', table: 'customer', enabled: false }],
      rationale: 'Before anybody knows what there is.',
      changeIds: [],
    })
    await expect(drafted).rejects.toMatchObject({ status: 409, message: expect.stringContaining('no snapshot yet') })
    expect(await loop.sandbox.effects()).toHaveLength(from)
  })
})
