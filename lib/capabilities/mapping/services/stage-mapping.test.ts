import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readApplyRun } from '@/lib/control-loop/apply/services/read-apply-run'
import { listConnections } from '@/lib/control-loop/connection/services/list-connections'
import { readConnection } from '@/lib/control-loop/connection/services/read-connection'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { apply, approve, runIn } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { sandboxKey } from '@/lib/testing/start-sandbox'
import type { Mapping, StageMappingRequest } from '../contract'
import { proposeFromSource } from './propose-from-source'
import { stageMapping } from './stage-mapping'

/** A mapping becomes a paused connection through the whole spine; the sandbox's own log is the judge of what was sent. */
let loop: Loop
let mapping: Mapping
let destinationId: string

const script = `
  create table customer (id int primary key, email text not null, phone text, city text);
  create table refund (id int primary key, amount numeric(12,2), updated_at timestamptz);
  create table audit_note (note text);`

beforeAll(async () => {
  loop = await startLoop()
  const answer = await proposeFromSource(loop.as('engineer'), { kind: 'ddl', name: 'shop', text: script })
  mapping = {
    ...answer.mapping,
    tables: answer.mapping.tables.map((table) =>
      table.source === 'audit_note' ? { ...table, enabled: false } : table,
    ),
  }
  destinationId = (await loop.db.destination.findFirstOrThrow({ where: { externalId: 'mellow_canyon' } })).id
}, 60_000)
afterEach(async () => {
  await fetch(`${loop.sandbox.url}/sandbox/faults`, { method: 'DELETE' })
})
afterAll(async () => {
  await loop?.stop()
}, 30_000)

function request(name: string, more: Partial<StageMappingRequest> = {}): StageMappingRequest {
  return {
    mapping,
    sourceName: 'shop',
    destinationId,
    service: 'postgres',
    name,
    part: null,
    sourceSchema: 'public',
    changeHandling: 'allow-columns',
    address: { host: 'db.example.com', port: 5432, database: 'shop' },
    rationale: 'The shop moves into the warehouse.',
    ...more,
  }
}

async function staged(name: string) {
  const { id } = await stageMapping(loop.as('engineer'), request(name))
  const first = await approve(loop, id)
  if (first.approvals < first.approvalsNeeded) await approve(loop, id, 'second')
  return { id, runId: (await apply(loop, id)).id }
}

const sentSince = async (from: number) =>
  (await loop.sandbox.effects()).slice(from).filter(({ effect }) => effect.length > 0)
const creates = (entries: Awaited<ReturnType<typeof sentSince>>) =>
  entries.filter(({ method, path }) => method === 'POST' && path === '/v1/connections')

async function callAsSomebody(path: string, body: Record<string, unknown>, method: string) {
  await loop.sandbox.command('/edit', { path, body, method })
}

describe('a staged mapping', () => {
  it('is a planned connection that no list, count or page shows', async () => {
    const { id } = await stageMapping(loop.as('engineer'), request('planned_only'))
    const detail = await readProposal(loop.as('steward'), id)
    expect(detail).toMatchObject({
      title: 'Create postgres connection planned_only',
      risk: 'medium',
      state: 'in-review',
    })
    expect(detail.plan.map(({ request: sent }) => `${sent?.method} ${sent?.path}`)).toEqual([
      'POST /v1/connections',
      'POST /v1/connections/{the new connection}/schemas',
    ])
    expect(detail.wayBack.sentence).toContain('Headgate deletes no connection')
    expect(detail.gates.every(({ passed }) => passed)).toBe(true)
    const row = await loop.db.connection.findFirstOrThrow({ where: { schemaName: 'planned_only' } })
    await expect(readConnection(loop.as('viewer'), row.id)).rejects.toMatchObject({ status: 404 })
    await refreshAccount(loop.as('admin'), row.accountId)
    const { items } = await listConnections(loop.as('viewer'), { filter: 'all', sort: 'name', limit: 200 })
    expect(items.map(({ name }) => name)).not.toContain('planned_only')
    expect(await loop.db.connection.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      externalId: null,
      removedAt: null,
    })
    await expect(stageMapping(loop.as('engineer'), request('planned_only'))).rejects.toMatchObject({
      code: 'name-planned',
    })
    await expect(stageMapping(loop.as('engineer'), request('people'))).rejects.toMatchObject({ status: 422 })
    await expect(stageMapping(loop.as('viewer'), request('viewers'))).rejects.toMatchObject({ status: 403 })
  }, 30_000)

  it('is created once, paused and as approved, read back and verified, and its first reading is held against it', async () => {
    const worker = loop.startWorker()
    const from = (await loop.sandbox.effects()).length
    const { id, runId } = await staged('shop_pg')
    await runIn(loop, runId, ['verified'])
    const sent = await sentSince(from)
    expect(creates(sent).map(({ body }) => body)).toEqual([
      {
        group_id: 'mellow_canyon',
        service: 'postgres',
        paused: true,
        run_setup_tests: false,
        destination_schema_names: 'FIVETRAN_NAMING',
        config: { schema_prefix: 'shop_pg', host: 'db.example.com', port: 5432, database: 'shop' },
      },
    ])
    const detail = await readProposal(loop.as('viewer'), id)
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toEqual(detail.plan[1]?.request?.body)
    expect(sent[1]?.body).toMatchObject({
      schema_change_handling: 'ALLOW_COLUMNS',
      schemas: {
        public: {
          enabled: true,
          tables: {
            customer: { enabled: true, columns: { email: { enabled: true, hashed: true }, city: { enabled: true } } },
            audit_note: { enabled: false },
          },
        },
      },
    })
    const run = await readApplyRun(loop.as('viewer'), runId)
    expect(run.verification?.checks.map(({ check, outcome }) => `${check}: ${outcome}`)).toContain(
      'Paused is yes: held',
    )
    expect(run.can.revert).toBe(false)
    const connection = await loop.db.connection.findFirstOrThrow({ where: { schemaName: 'shop_pg' } })
    expect(connection).toMatchObject({ paused: true, setupState: 'incomplete' })
    expect(connection.externalId).not.toBeNull()
    const events = await loop.db.auditEvent.findMany({ where: { correlationId: detail.correlationId } })
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['proposal.drafted', 'proposal.approved', 'connection.created', 'proposal.verified']),
    )

    // A person completes the set-up in Fivetran and resumes it there; the source has a column nobody preset.
    const path = `/v1/connections/${connection.externalId}`
    await callAsSomebody(path, { config: { user: 'reader', password: 'secret' }, paused: false }, 'PATCH')
    await loop.sandbox.command(`/connections/${connection.externalId}/sync`, { wait: true, durationMs: 0, force: true })
    const read = await loop.until('a baseline', async () => {
      const row = await loop.db.connection.findUniqueOrThrow({ where: { id: connection.id } })
      return row.baselineSnapshotId ? row : null
    })
    expect(read.baseline).toMatchObject({
      changeHandling: 'allow-columns',
      schemas: {
        public: { tables: { customer: { columns: { email: { hashed: true } } }, audit_note: { enabled: false } } },
      },
    })
    expect(await loop.db.change.count({ where: { connectionId: connection.id, origin: 'outside' } })).toBe(0)
    await worker.stop()
  }, 60_000)

  it('whose name is taken meanwhile goes stale and creates nothing; whose replies are lost is found by its name', async () => {
    const taken = await staged('shop_taken')
    const config = { schema_prefix: 'shop_taken' }
    await callAsSomebody(
      '/v1/connections',
      { group_id: 'mellow_canyon', service: 'mysql', config, paused: true },
      'POST',
    )
    const from = (await loop.sandbox.effects()).length
    // The create's reply, and that of the settings given beforehand.
    await loop.sandbox.command('/faults', { route: 'POST /v1/connections', kind: 'drop-reply', times: 2 })
    const lost = await staged('shop_lost')
    const worker = loop.startWorker()
    await runIn(loop, taken.runId, ['stale'])
    await runIn(loop, lost.runId, ['verified'])
    await worker.stop()
    expect(creates(await sentSince(from)).map(({ body }) => body)).toEqual([
      expect.objectContaining({ config: expect.objectContaining({ schema_prefix: 'shop_lost' }) }),
    ])
    const run = await readApplyRun(loop.as('viewer'), taken.runId)
    expect(run.difference).toEqual([
      expect.objectContaining({
        field: 'connection',
        reviewed: 'none',
        live: expect.stringMatching(/, mysql, paused, has the name shop_taken$/),
      }),
    ])
  }, 40_000)

  it('whose worker is killed after the create and before its commit is finished by another, with one connection', async () => {
    const name = 'shop_killed'
    const from = (await loop.sandbox.effects()).length
    const { runId } = await staged(name)
    expect(await loop.startWorker({ crashAt: 'after-call' }).ended).toBe(true)
    const [row] = await loop.db.connection.findMany({ where: { schemaName: name } })
    expect(row?.externalId).toBeNull()
    // The listing sees it first, and leaves it to the run.
    await refreshAccount(loop.as('admin'), row?.accountId ?? '')
    const worker = loop.startWorker()
    await runIn(loop, runId, ['verified'])
    await worker.stop()
    expect(creates(await sentSince(from))).toHaveLength(1)
    const rows = await loop.db.connection.findMany({ where: { schemaName: name } })
    expect(rows.map(({ id, paused }) => ({ id, paused }))).toEqual([{ id: row?.id, paused: true }])
  }, 40_000)
})

it('shares no secret: what a person types is refused where it could hold one', async () => {
  const address = { host: `reader:${sandboxKey.apiSecret}@db`, port: 5432, database: 'shop' }
  await expect(stageMapping(loop.as('engineer'), request('shop_host', { address }))).rejects.toMatchObject({
    sentence: 'The host is a name or an address alone, without user, port or path.',
  })
})
