import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import { classifyConnection } from '@/lib/capabilities/catalog/services/classify-connection'
import { planProfiles } from '@/lib/capabilities/quality/services/plan-profiles'
import { profileConnection } from '@/lib/capabilities/quality/services/profile-connection'
import { executeApplyRun } from '@/lib/control-loop/apply/services/execute-apply-run'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { apply, approve } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { callRetraining } from './call-retraining'
import { decideIncident } from './decide-incident'
import { judgeConnection } from './judge-connection'
import { listIncidents } from './list-incidents'
import { proposeBaseline } from './propose-baseline'
import { readColumnDrift } from './read-column-drift'
import { readDrift } from './read-drift'
import { saveRetrainingHook } from './save-retraining-hook'

let loop: Loop
let connection: Connection
let receiver: Server
const received: { headers: IncomingHttpHeaders; body: string }[] = []
const place = { schema: 'public', table: 'order_line' }

beforeAll(async () => {
  loop = await startLoop()
  const ctx = loop.as('admin')
  await refreshAccount(ctx, (await loop.db.fivetranAccount.findFirstOrThrow()).id)
  connection = await loop.db.connection.findFirstOrThrow({ where: { externalId: 'brisk_orchard' } })
  await captureSnapshot(ctx, { connectionId: connection.id, trigger: 'poll' })
  await classifyConnection(connection.id)
  await loop.db.connection.update({ where: { id: connection.id }, data: { profilesTables: true } })
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
}, 60_000)
afterAll(async () => {
  receiver?.close()
  await loop?.stop()
}, 30_000)

/** As if a sync had ended now: plans, measures and judges the tables of the connection. */
async function measure(): Promise<void> {
  const ctx = loop.as('admin')
  await loop.db.connection.update({ where: { id: connection.id }, data: { succeededAt: ctx.now() } })
  await planProfiles(ctx, connection.id)
  // Of one table: the others have their own tests.
  await loop.db.profileRun.deleteMany({ where: { state: 'planned', table: { not: 'order_line' } } })
  await profileConnection(ctx, connection.id)
  await judgeConnection(ctx, connection.id)
}

async function applied(actions: Action[]): Promise<void> {
  const { id } = await draftByPerson(loop.as('engineer'), {
    connectionId: connection.id,
    actions,
    rationale: 'For the test.',
    changeIds: [],
  })
  await carryOut(id)
}

async function carryOut(proposalId: string): Promise<void> {
  const first = await approve(loop, proposalId)
  if (first.approvals < first.approvalsNeeded) await approve(loop, proposalId, 'second')
  const run = await apply(loop, proposalId)
  await executeApplyRun(loop.as('admin'), { runId: run.id, workerId: 'test' })
}

async function inWarehouse(sql: string): Promise<void> {
  const client = new Client({ connectionString: loop.warehouseUrl })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

describe('drift', () => {
  it('is found against the first measurement, put to the change that was applied, and called for once', async () => {
    const { port } = receiver.address() as AddressInfo
    const policy = { enabled: true, scoreMin: 1, columnsMin: 1, coolDownMinutes: 60 }
    const { key } = await saveRetrainingHook(loop.as('admin'), { url: `http://127.0.0.1:${port}/retrain`, ...policy })
    await measure()
    const learning = await readDrift(loop.as('viewer'), { days: 30 })
    expect(learning.tables.find(({ table }) => table === 'order_line')).toMatchObject({
      state: 'learning',
      baseline: { version: 1, decidedBy: 'Headgate' },
    })
    // The same rows again: nothing moved, and nothing is said to have.
    await measure()
    expect((await listIncidents({ state: 'open' })).items).toEqual([])

    await applied([{ kind: 'set-column-enabled', ...place, column: 'tax_rate', enabled: false }])
    const { destinationSchema } = await loop.db.profileRun.findFirstOrThrow({ where: place })
    await inWarehouse(`UPDATE "${destinationSchema}".order_line SET quantity = quantity + 2`)
    await measure()
    const [incident, ...others] = (await listIncidents({ state: 'open' })).items
    expect(others).toEqual([])
    expect(incident).toMatchObject({
      state: 'open',
      findings: [{ kind: 'column', column: 'quantity', clearedAt: null }],
      suspects: [{ kind: 'applied-change', fit: 'table', label: 'R-1' }],
      retraining: { state: 'waiting' },
    })
    const view = await readColumnDrift(loop.as('viewer'), {
      connectionId: connection.id,
      ...place,
      column: 'quantity',
      days: 30,
    })
    expect(view).toMatchObject({ verdict: 'drift', detail: { by: 'bins', test: 'location' } })
    expect(view.detail.bins.reduce((sum, { current }) => sum + current, 0)).toBeCloseTo(1, 9)

    // Found again and judged again: the same incident, the same call.
    await measure()
    const call = await loop.db.retrainingCall.findFirstOrThrow()
    await callRetraining(loop.as('admin'), call.id)
    await callRetraining(loop.as('admin'), call.id)
    expect(received).toHaveLength(1)
    const [sent] = received
    const secret = Buffer.from((key ?? '').replace('whsec_', ''), 'base64')
    const signed = `${sent?.headers['webhook-id']}.${sent?.headers['webhook-timestamp']}.${sent?.body}`
    expect(sent?.headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
    )
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      type: 'retraining.requested',
      data: { columns: [{ column: 'quantity' }] },
    })
    expect(await loop.db.retrainingCall.count()).toBe(1)
    expect((await listIncidents({ state: 'open' })).counts).toEqual({ open: 1, closed: 0 })
  }, 60_000)

  it('ends when a person’s proposal to take it as normal is approved by another, and the incident closes by itself', async () => {
    const latest = await loop.db.profileRun.findFirstOrThrow({
      where: { ...place, state: 'measured' },
      orderBy: { finishedAt: 'desc' },
    })
    const [before] = (await listIncidents({ state: 'open' })).items
    if (!before) throw new Error('an incident is needed')
    await decideIncident(loop.as('engineer'), before.id, { decision: 'acknowledge', reason: null })
    await expect(
      decideIncident(loop.as('viewer'), before.id, { decision: 'close', reason: 'No right.' }),
    ).rejects.toThrow()
    const proposal = await proposeBaseline(loop.as('engineer'), {
      profileRunId: latest.id,
      rationale: 'Packs of two are sold now.',
    })
    expect(await loop.db.driftBaseline.count({ where: place })).toBe(1)
    await carryOut(proposal.id)
    expect(await loop.db.driftBaseline.findMany({ where: place, orderBy: { version: 'asc' } })).toMatchObject([
      { version: 1, ground: 'first' },
      { version: 2, ground: 'accepted-as-normal', proposalId: proposal.id },
    ])
    await judgeConnection(loop.as('admin'), connection.id)
    await measure()
    const closed = (await listIncidents({ state: 'closed' })).items
    expect(closed).toMatchObject([
      { number: before.number, closedBy: 'Headgate', closedReason: 'Every finding cleared.' },
    ])
    await expect(
      proposeBaseline(loop.as('engineer'), { profileRunId: latest.id, rationale: 'Again.' }),
    ).rejects.toThrow('baseline already')
    await expect(loop.db.driftBaseline.updateMany({ data: { reason: 'edited' } })).rejects.toThrow()
  }, 60_000)
})
