// Long because: every case needs the same people, connection and drift, and a database of its own for each file would cost more than the reading.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, Proposal, User } from '@/generated/prisma/client'
import { claimApplyRun } from '@/lib/control-loop/apply/services/claim-apply-run'
import { startApplyRun } from '@/lib/control-loop/apply/services/start-apply-run'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import type { FreezeWindow } from '../domain/freeze-window'
import { defaultPolicy, type Policy } from '../domain/policy'
import { makePolicy, makeRule } from '../domain/testing/make-facts'
import { backTestPolicy } from './back-test-policy'
import { readPolicies } from './read-policies'
import { readPolicy } from './read-policy'
import { reevaluateProposals } from './reevaluate-proposals'
import { releaseAutomation } from './release-automation'
import { savePolicy } from './save-policy'
import { startDueAutomatic } from './start-due-automatic'
import { stopAutomation } from './stop-automation'
import { allowingInclusion, seedAgreed } from './testing/seed-history'

let test: TestDatabase
let people: Record<'admin' | 'engineer' | 'steward' | 'second', User>
let connection: Connection
let round = 0
const always: FreezeWindow = {
  kind: 'dated',
  name: 'Year end',
  zone: 'UTC',
  holds: 'everything',
  from: '2020-01-01T00:00',
  until: '2099-01-01T00:00',
}

beforeAll(async () => {
  test = await withTestDatabase()
  people = {
    admin: await seedPerson('Samuel', 'admin'),
    engineer: await seedPerson('Tomas', 'engineer'),
    steward: await seedPerson('Ada', 'steward'),
    second: await seedPerson('Priya', 'steward'),
  }
})
beforeEach(async () => {
  await test.db.automationSwitch.update({ where: { id: true }, data: { stoppedAt: null } })
  const { destination } = await seedDestination()
  round += 1
  // A connector type of its own: records are kept by type.
  connection = await seedConnection(destination, `orders_${round}`, { service: `postgres_${round}` })
})
afterAll(() => test.drop())

/** What the database's clock says too: its own guards compare with it. */
const as = (who: keyof typeof people): ServiceContext => contextOf(people[who], new Date())

async function inForce(policy: Policy): Promise<number> {
  const { version, policy: present } = await readPolicy()
  if (JSON.stringify(present) === JSON.stringify(policy)) return version
  return (await savePolicy(as('admin'), { baseVersion: version, policy })).version
}

/** New columns that the connection's handling left off and that hold nothing personal arrive, and a rule drafts their inclusion. */
async function drift(...columns: string[]): Promise<Proposal[]> {
  const tree = (names: string[]) =>
    makeTree(
      {
        customer: makeTable({
          id: { primaryKey: true },
          ...Object.fromEntries(names.map((name) => [name, { enabled: false }])),
        }),
      },
      { changeHandling: 'block-all' },
    )
  await seedSnapshot(as('engineer'), connection, tree([]))
  const snapshotId = await seedSnapshot(as('engineer'), connection, tree(columns))
  await test.db.columnClass.createMany({
    data: columns.map((column) => ({
      connectionId: connection.id,
      schema: 'public',
      table: 'customer',
      column,
      sensitive: false,
      evidence: [],
    })),
  })
  await recordChanges(as('engineer'), { connectionId: connection.id, snapshotId })
  await draftForConnection(as('engineer'), connection.id, {
    classifier: { classify: async () => new Map() },
    modelDrafter: null,
  })
  return test.db.proposal.findMany({
    where: { connectionId: connection.id, table: 'customer' },
    orderBy: { number: 'asc' },
  })
}

const fresh = (id: string) =>
  test.db.proposal.findUniqueOrThrow({ where: { id }, include: { runs: true, reviews: true } })
const heldBy = async (id: string) =>
  (await readProposal(as('steward'), id)).gates.find(({ gate }) => gate === 'automatic')?.sentence

async function approve(id: string, who: 'steward' | 'second' = 'steward') {
  const { revision, planHash } = await readProposal(as(who), id)
  return submitReview(as(who), { proposalId: id, decision: 'approve', revision, planHash, reason: null })
}

describe('versions', () => {
  it('are written once from the version they were made from, with an audit of what is different', async () => {
    const base = await inForce(defaultPolicy)
    const policy = makePolicy([makeRule('no-unhash', { effects: ['unhash-column'] }, { decision: 'block' })])
    await expect(savePolicy(as('steward'), { baseVersion: base, policy })).rejects.toMatchObject({ status: 403 })
    const { version } = await savePolicy(as('admin'), { baseVersion: base, policy })
    await expect(savePolicy(as('admin'), { baseVersion: base, policy })).rejects.toMatchObject({
      code: 'another-version',
    })
    await expect(savePolicy(as('admin'), { baseVersion: version, policy })).rejects.toMatchObject({ code: 'same' })
    const event = await test.db.auditEvent.findFirstOrThrow({
      where: { action: 'policy.changed', objectId: String(version) },
    })
    expect(event.detail).toMatchObject({ base, differences: [{ sign: 'added' }], compared: { looser: 0 } })
    expect((await readPolicies(as('engineer'))).versions[0]).toMatchObject({ version, savedBy: 'Samuel' })
    await expect(test.db.policyVersion.update({ where: { version }, data: { createdBy: 'x' } })).rejects.toThrow(
      /never changes/,
    )
    await inForce(defaultPolicy)
  })

  it('call back what a stricter one would not have let through, in the system’s name', async () => {
    await inForce(defaultPolicy)
    const [first, second] = await drift('shade', 'size')
    await approve(first?.id ?? '')
    const planHash = (await readProposal(as('engineer'), first?.id ?? '')).planHash
    const waiting = await startApplyRun(as('engineer'), { proposalId: first?.id ?? '', planHash })
    const version = await inForce(
      makePolicy([
        makeRule('two', { effects: ['include-column'] }, { decision: 'require-review', approvals: 2, role: 'steward' }),
      ]),
    )
    // Before the worker looked again, the claim already refuses.
    const claimed = await claimApplyRun(as('engineer'), { runId: waiting.id, workerId: 'w', leaseMs: 1000 })
    expect(claimed).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining(`Policy version ${version} is stricter`),
    })
    await reevaluateProposals(as('engineer'))
    const called = await fresh(first?.id ?? '')
    expect(called).toMatchObject({ state: 'in_review', revision: 2, runs: [{ state: 'cancelled' }] })
    const detail = await readProposal(as('steward'), called.id)
    expect(detail).toMatchObject({ policyVersion: version, approvals: 0, approvalsNeeded: 2, can: { decide: true } })
    expect(await fresh(second?.id ?? '')).toMatchObject({ revision: 2 })

    // Approved by two; a looser one leaves alone what people decided.
    await approve(called.id)
    await approve(called.id, 'second')
    await inForce(defaultPolicy)
    await reevaluateProposals(as('engineer'))
    expect(await fresh(called.id)).toMatchObject({ state: 'approved', revision: 2 })
    expect(await fresh(second?.id ?? '')).toMatchObject({ state: 'in_review', revision: 3 })
  })
})

describe('what goes by itself', () => {
  it('is earned, and lost by a revert', async () => {
    await inForce(allowingInclusion())
    await seedAgreed(connection, 4, new Date())
    const [early] = await drift('first_one')
    expect(await fresh(early?.id ?? '')).toMatchObject({ state: 'in_review', runs: [] })
    expect(await heldBy(early?.id ?? '')).toContain('4 of 4')
    await seedAgreed(connection, 1, new Date())
    expect(await startDueAutomatic(as('engineer'))).toBe(1)
    expect(await fresh(early?.id ?? '')).toMatchObject({
      state: 'approved',
      reviews: [],
      runs: [{ startedBy: 'policy', state: 'waiting' }],
    })

    // Somebody sets back one of those that people had agreed to.
    const row = await test.db.proposal.findFirstOrThrow({
      where: { connectionId: connection.id, column: 'c1' },
      orderBy: { number: 'desc' },
    })
    const { id: _id, ...past } = await test.db.proposalRevision.findFirstOrThrow({ where: { proposalId: row.id } })
    const back = await test.db.proposal.create({
      data: {
        connectionId: connection.id,
        state: 'verified',
        authorKind: 'person',
        authorUserId: people.engineer.id,
        correlationId: 't',
      },
    })
    const actions = [
      { kind: 'set-column-enabled', schema: 'public', table: 'past', column: row.column, enabled: false },
    ]
    await test.db.proposalRevision.create({ data: { ...past, proposalId: back.id, actions } as never })
    const { record } = await readPolicies(as('engineer'))
    expect(record.find(({ service }) => service === connection.service)).toMatchObject({
      cases: 0,
      isEarned: false,
      lostBy: row.number,
    })
  })

  it('is held by the hour, a freeze, its cooling time and the stop, each with its reason, and starts when that is over', async () => {
    await inForce(allowingInclusion({ perHourMax: 1 }))
    await seedAgreed(connection, 5, new Date())
    await test.db.$executeRaw`UPDATE apply_run SET created_at = now() - interval '2 hours' WHERE started_by = 'policy'`
    const [first, second, third] = await drift('a', 'b', 'c')
    expect((await fresh(first?.id ?? '')).runs).toHaveLength(1)
    expect(await heldBy(second?.id ?? '')).toContain('1 of 1')

    await inForce({ ...allowingInclusion(), freezes: [always] })
    await reevaluateProposals(as('engineer'))
    expect(await startDueAutomatic(as('engineer'))).toBe(0)
    expect(await heldBy(second?.id ?? '')).toContain('Year end')
    await inForce(allowingInclusion({ coolingMinutes: 30 }))
    await reevaluateProposals(as('engineer'))
    expect(await startDueAutomatic(as('engineer'))).toBe(0)
    expect(await heldBy(second?.id ?? '')).toContain('in 30 min')

    await inForce(allowingInclusion())
    await reevaluateProposals(as('engineer'))
    await stopAutomation(as('engineer'), { reason: 'We look first.' })
    expect(await startDueAutomatic(as('engineer'))).toBe(0)
    expect(await heldBy(second?.id ?? '')).toContain('Tomas stopped everything automatic')
    await expect(releaseAutomation(as('engineer'))).rejects.toMatchObject({ status: 403 })
    await releaseAutomation(as('admin'))
    expect(await startDueAutomatic(as('engineer'))).toBe(2)
    expect((await fresh(third?.id ?? '')).runs).toHaveLength(1)
  })

  it('is given back to people by a stop before it began, with neither queue nor worker', async () => {
    await inForce(allowingInclusion())
    await seedAgreed(connection, 5, new Date())
    const [proposal] = await drift('late')
    const run = (await fresh(proposal?.id ?? '')).runs[0]
    await stopAutomation(as('engineer'), { reason: 'Now.' })
    expect(await fresh(proposal?.id ?? '')).toMatchObject({ state: 'in_review', runs: [{ state: 'cancelled' }] })
    expect(await claimApplyRun(as('engineer'), { runId: run?.id ?? '', workerId: 'w', leaseMs: 1000 })).toMatchObject({
      outcome: 'busy',
    })
    expect(await test.db.auditEvent.count({ where: { action: 'apply-run.cancelled', objectId: run?.id ?? '' } })).toBe(
      1,
    )
    expect(
      await test.db.auditEvent.findFirst({ where: { action: 'automation.stopped' }, orderBy: { seq: 'desc' } }),
    ).toMatchObject({ detail: { reason: 'Now.' }, actorName: 'Tomas' })
    // A person decides it now, and policy does not try it a second time.
    await releaseAutomation(as('admin'))
    expect(await startDueAutomatic(as('engineer'))).toBe(0)
    await approve(proposal?.id ?? '')
    expect(await fresh(proposal?.id ?? '')).toMatchObject({ state: 'approved' })
  })
})

describe('the database itself', () => {
  it('refuses a run without people or a verdict that allows it, whoever writes', async () => {
    await inForce(defaultPolicy)
    const [proposal] = await drift('plain')
    const { planHash } = await readProposal(as('engineer'), proposal?.id ?? '')
    const insert = (startedBy: string, hash = planHash, revision = 1) =>
      test.db
        .$executeRaw`INSERT INTO apply_run (id, proposal_id, connection_id, revision, plan_hash, started_by, correlation_id)
        VALUES (gen_random_uuid(), ${proposal?.id}::uuid, ${connection.id}::uuid, ${revision}, ${hash}, ${startedBy}, 't')`
    await expect(insert('person')).rejects.toThrow(/0 of 1 approvals count/)
    await expect(insert('policy')).rejects.toThrow(/only what its verdict allows/)
    await approve(proposal?.id ?? '')
    await expect(insert('person', 'f'.repeat(64))).rejects.toThrow(/executes the plan of a revision/)
    await test.db.user.update({ where: { id: people.steward.id }, data: { disabledAt: new Date() } })
    await expect(insert('person')).rejects.toThrow(/0 of 1 approvals count/)
    await test.db.user.update({ where: { id: people.steward.id }, data: { disabledAt: null } })
    await expect(insert('person')).resolves.toBe(1)
    const run = await test.db.applyRun.findFirstOrThrow({ where: { proposalId: proposal?.id ?? '' } })
    await expect(test.db.applyRun.update({ where: { id: run.id }, data: { startedBy: 'policy' } })).rejects.toThrow(
      /stays the run/,
    )
    await test.db.review.updateMany({ where: { proposalId: proposal?.id ?? '' }, data: { voidedAt: new Date() } })
    await test.db.applyStep.create({ data: { runId: run.id, index: 0, step: { index: 0 } } })
    const begin = test.db.applyStep.update({
      where: { runId_index: { runId: run.id, index: 0 } },
      data: { state: 'intent' },
    })
    await expect(begin).rejects.toThrow(/no ground/)
  })

  it('refuses what policy starts under an older version or while it is stopped', async () => {
    await inForce(allowingInclusion({ perHourMax: 0 }))
    await seedAgreed(connection, 5, new Date())
    const [proposal] = await drift('older')
    const { planHash } = await readProposal(as('engineer'), proposal?.id ?? '')
    const insert = () =>
      test.db
        .$executeRaw`INSERT INTO apply_run (id, proposal_id, connection_id, revision, plan_hash, started_by, correlation_id)
        VALUES (gen_random_uuid(), ${proposal?.id}::uuid, ${connection.id}::uuid, 1, ${planHash}, 'policy', 't')`
    await stopAutomation(as('engineer'), { reason: 'Look.' })
    await expect(insert()).rejects.toThrow(/Everything automatic is stopped/)
    await releaseAutomation(as('admin'))
    await inForce(defaultPolicy)
    await expect(insert()).rejects.toThrow(/of an older policy/)
  })
})

describe('a freeze that holds people too', () => {
  it('refuses to start what is approved, and says until when', async () => {
    await inForce({ ...defaultPolicy, freezes: [always] })
    const [proposal] = await drift('frozen')
    await approve(proposal?.id ?? '')
    const { planHash, gates } = await readProposal(as('engineer'), proposal?.id ?? '')
    expect(gates.find(({ gate }) => gate === 'freeze')).toMatchObject({ passed: false })
    await expect(startApplyRun(as('engineer'), { proposalId: proposal?.id ?? '', planHash })).rejects.toMatchObject({
      code: 'frozen',
    })
    await inForce(defaultPolicy)
  })
})

describe('an obligation', () => {
  it('pauses the connection once, however often its rule speaks', async () => {
    const pausing = {
      ...makeRule('careful', { risks: ['high'] }, { decision: 'require-review', approvals: 2, role: 'steward' }),
      obligations: ['pause-connection' as const],
    }
    await inForce(makePolicy([pausing]))
    await drift('quiet')
    for (const table of ['customer', 'customer']) {
      await draftByPerson(as('engineer'), {
        connectionId: connection.id,
        actions: [{ kind: 'resync-table', schema: 'public', table }],
        rationale: 'Again.',
        changeIds: [],
      })
    }
    const pauses = () =>
      test.db.proposal.findMany({
        where: { connectionId: connection.id, authorKind: 'rule', table: null },
        include: { runs: true },
        orderBy: { number: 'asc' },
      })
    expect(await pauses()).toMatchObject([{ state: 'approved', runs: [{ startedBy: 'policy' }] }])

    // One that failed paused nothing, so the next high risk asks for another.
    const [first] = await pauses()
    for (const state of ['applying', 'failed'] as const)
      await test.db.proposal.update({ where: { id: first?.id ?? '' }, data: { state } })
    await test.db.applyRun.updateMany({
      where: { proposalId: first?.id ?? '' },
      data: { state: 'failed', finishedAt: new Date() },
    })
    await draftByPerson(as('engineer'), {
      connectionId: connection.id,
      actions: [{ kind: 'resync-table', schema: 'public', table: 'customer' }],
      rationale: 'After the failure.',
      changeIds: [],
    })
    expect(await pauses()).toMatchObject([{ state: 'failed' }, { state: 'approved', runs: [{ startedBy: 'policy' }] }])
    await inForce(defaultPolicy)
  })
})

describe('a back-test', () => {
  it('answers over thousands of proposals in less than three seconds', async () => {
    await inForce(defaultPolicy)
    await seedAgreed(connection, 3000, new Date())
    const began = performance.now()
    const tested = await backTestPolicy(as('admin'), { policy: allowingInclusion(), casesMax: 2000 })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(tested).toMatchObject({
      cases: 2000,
      present: { automatic: 0 },
      changed: expect.arrayContaining([expect.objectContaining({ sign: 'added' })]),
    })
    expect(tested.draft.automatic).toBeGreaterThan(100)
    expect(tested.differences).toHaveLength(50)
    expect(tested.differencesTotal).toBe(tested.draft.automatic)
    await expect(backTestPolicy(as('engineer'), { policy: defaultPolicy, casesMax: 10 })).rejects.toMatchObject({
      status: 403,
    })
  })
})
