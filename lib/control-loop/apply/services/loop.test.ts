import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { reviseProposal } from '@/lib/control-loop/proposal/services/revise-proposal'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import { verifyAuditChain } from '@/lib/platform/audit/services/verify-audit-chain'
import { apply, approve, approvedRun, connectionOf, runIn } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import type { RunningProcess } from '@/lib/testing/start-process'
import { proposeRevert } from './propose-revert'
import { readApplyRun } from './read-apply-run'

/** The whole loop on real HTTP, real rows and a real worker process; the sandbox's own log is the judge of what was sent. */
let loop: Loop
let worker: RunningProcess

/** The open proposal about one object, once the worker drafted it. */
async function proposalAbout(externalId: string, column: string, state: 'in_review' | 'stale' = 'in_review') {
  return loop.until(`a proposal about ${column}`, () =>
    loop.db.proposal.findFirst({ where: { column, state, connection: { externalId } }, orderBy: { number: 'desc' } }),
  )
}

beforeAll(async () => {
  loop = await startLoop()
  worker = loop.startWorker()
  await Promise.all(
    ['amber_harbor', 'brisk_orchard', 'gentle_lantern'].map((externalId) => connectionOf(loop, externalId)),
  )
}, 90_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

describe('the loop', () => {
  it('hashes a new e-mail column after two different people agreed, with exactly one request', async () => {
    const before = (await loop.sandbox.effects()).length
    await loop.sandbox.command('/scenario/step', {})
    const proposal = await proposalAbout('amber_harbor', 'secondary_email')
    const detail = await readProposal(loop.as('steward'), proposal.id)
    expect(detail).toMatchObject({
      verb: expect.stringMatching(/hash/i),
      path: 'salesforce.contact.secondary_email',
      risk: 'medium',
    })
    expect(detail.evidence.some(({ verdict }) => verdict === 'for')).toBe(true)

    // An engineer edits it, becomes its writer and can no longer approve it; nor could they for their role.
    await reviseProposal(loop.as('engineer'), {
      proposalId: proposal.id,
      revision: 1,
      actions: detail.actions,
      rationale: 'As drafted; the CRM team asked for it.',
    })
    const edited = await readProposal(loop.as('engineer'), proposal.id)
    await expect(
      submitReview(loop.as('engineer'), {
        proposalId: proposal.id,
        decision: 'approve',
        revision: 2,
        planHash: edited.planHash,
        reason: null,
      }),
    ).rejects.toMatchObject({ status: 403, code: 'own-proposal' })

    await approve(loop, proposal.id)
    expect(await loop.sandbox.effects()).toHaveLength(before)
    const started = await apply(loop, proposal.id)
    await runIn(loop, started.id, ['verified'])
    const sent = (await loop.sandbox.effects()).slice(before)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      path: '/v1/connections/amber_harbor/schemas/salesforce/tables/contact/columns/secondary_email',
      body: { enabled: true, hashed: true },
    })
    const run = await readApplyRun(loop.as('viewer'), started.id)
    expect(run.steps[0]?.step.request).toMatchObject({
      method: sent[0]?.method,
      path: sent[0]?.path,
      body: sent[0]?.body,
    })
    expect(run.verification).toMatchObject({ held: true })

    const thread = await loop.db.auditEvent.findMany({
      where: { correlationId: proposal.correlationId },
      orderBy: { seq: 'asc' },
    })
    const actions = thread.map(({ action }) => action)
    for (const action of [
      'delivery.received',
      'snapshot.captured',
      'change-set.detected',
      'proposal.drafted',
      'proposal.revised',
      'proposal.decision-refused',
      'proposal.approved',
      'apply-run.claimed',
      'apply-step.done',
      'apply-run.applied',
      'apply-run.verified',
    ]) {
      expect(actions).toContain(action)
    }
    expect(await loop.db.change.findFirst({ where: { column: 'secondary_email' } })).toMatchObject({
      state: 'accepted',
    })
    expect(await verifyAuditChain()).toMatchObject({ whole: true })
  }, 60_000)

  it('suggests a rename with evidence, and moves the old column’s settings when a person agrees', async () => {
    await loop.sandbox.command('/scenario/step', {})
    const proposal = await proposalAbout('brisk_orchard', 'phone_e164')
    const detail = await readProposal(loop.as('steward'), proposal.id)
    expect(detail.actions).toContainEqual({
      kind: 'confirm-rename',
      schema: 'public',
      table: 'customer',
      from: 'phone',
      to: 'phone_e164',
    })
    // Somebody said before that this column holds nothing personal: their word goes with the name.
    const word = { dataClass: null, sensitive: false, decidedBy: 'Ada', decidedAt: new Date() }
    const old = { connectionId: proposal.connectionId, schema: 'public', table: 'customer', column: 'phone' }
    await loop.db.columnClass.upsert({
      where: { connectionId_schema_table_column: old },
      create: { ...old, evidence: [], ...word },
      update: word,
    })
    await approve(loop, proposal.id)
    const started = await apply(loop, proposal.id)
    await runIn(loop, started.id, ['verified'])
    expect(await loop.db.renameDecision.findFirst({ where: { from: 'phone', to: 'phone_e164' } })).toMatchObject({
      same: true,
    })
    expect(await loop.db.columnClass.findFirst({ where: { column: 'phone_e164' } })).toMatchObject({
      dataClass: null,
      decidedBy: 'Ada',
    })
    expect(
      await loop.db.change.count({
        where: { connection: { externalId: 'brisk_orchard' }, table: 'customer', state: 'open' },
      }),
    ).toBe(0)
  }, 60_000)

  it('notices a widened type and a new table', async () => {
    await loop.sandbox.command('/scenario/step', {})
    await loop.until('the widening', () =>
      loop.db.change.findFirst({ where: { kind: 'type-widened', column: 'quantity', state: 'open' } }),
    )
    await loop.sandbox.command('/scenario/step', {})
    await loop.until('the table', () =>
      loop.db.change.findFirst({ where: { kind: 'table-added', table: 'shipment_event' } }),
    )
  }, 60_000)

  it('finds an edit made in Fivetran, and sets it back through one approved request', async () => {
    const before = (await loop.sandbox.effects()).length
    await loop.sandbox.command('/scenario/step', {})
    const proposal = await proposalAbout('brisk_orchard', 'marketing_opt_in')
    const change = await loop.db.change.findFirstOrThrow({ where: { column: 'marketing_opt_in' } })
    expect(change).toMatchObject({ origin: 'outside', kind: 'column-enablement-changed' })
    await approve(loop, proposal.id)
    const started = await apply(loop, proposal.id)
    await runIn(loop, started.id, ['verified'])
    const sent = (await loop.sandbox.effects()).slice(before)
    expect(sent.map(({ method, body }) => ({ method, body }))).toEqual([{ method: 'PATCH', body: { enabled: true } }])

    const revert = await proposeRevert(loop.as('engineer'), started.id)
    const back = await readProposal(loop.as('steward'), revert.id)
    expect(back.actions).toEqual([
      { kind: 'set-column-enabled', schema: 'public', table: 'customer', column: 'marketing_opt_in', enabled: false },
    ])
  }, 60_000)

  it.each([
    { kind: 'pause-connection', paused: true },
    { kind: 'resume-connection', paused: false },
  ] as const)(
    '$kind: reads back whether the connection is paused, and ends only when it is so',
    async (expected) => {
      const before = (await loop.sandbox.effects()).length
      const { runId } = await approvedRun(loop, 'gentle_lantern', [{ kind: expected.kind }])
      await runIn(loop, runId, ['verified'])
      const sent = (await loop.sandbox.effects()).slice(before)
      expect(sent.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
        {
          method: 'PATCH',
          path: '/v1/connections/gentle_lantern',
          body: { paused: expected.paused, run_setup_tests: false },
        },
      ])
      const run = await readApplyRun(loop.as('viewer'), runId)
      expect(run).toMatchObject({
        verification: { held: true },
        steps: [{ state: 'done', readBackAt: expect.any(String) }],
      })
      expect(await connectionOf(loop, 'gentle_lantern')).toMatchObject({ paused: expected.paused })
    },
    60_000,
  )

  it('refuses to apply onto a moved state, shows the difference and sends nothing', async () => {
    const connection = await connectionOf(loop, 'gentle_lantern')
    const drafted = await draftByPerson(loop.as('engineer'), {
      connectionId: connection.id,
      actions: [{ kind: 'set-column-enabled', schema: 'zendesk', table: 'ticket', column: 'priority', enabled: false }],
      rationale: 'Nobody reads it.',
      changeIds: [],
    })
    await approve(loop, drafted.id)
    await worker.stop()
    await loop.sandbox.command('/edit', {
      path: '/v1/connections/gentle_lantern/schemas/zendesk/tables/ticket/columns/priority',
      body: { enabled: true, hashed: true },
    })
    const before = (await loop.sandbox.effects()).length
    const started = await apply(loop, drafted.id)
    worker = loop.startWorker()
    const run = await runIn(loop, started.id, ['stale', 'failed', 'verified', 'applied'])
    expect(run.state).toBe('stale')
    expect(run.difference).toEqual([
      expect.objectContaining({ path: 'zendesk.ticket.priority', field: 'hashed', reviewed: 'no', live: 'yes' }),
    ])
    expect(await loop.sandbox.effects()).toHaveLength(before)
    expect(await loop.db.review.findFirst({ where: { proposalId: drafted.id } })).toMatchObject({
      voidReason: expect.any(String),
    })
  }, 60_000)
})
