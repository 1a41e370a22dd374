import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, User } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { verifyAuditChain } from '@/lib/platform/audit/services/verify-audit-chain'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import type { BatchMember } from '../contract'
import { drawSample, recordOpening } from './hold-sample'
import { listBatches } from './list-batches'
import { confirmBatch, submitBatch } from './submit-batch'
import { seedInReview } from './testing/seed-in-review'

let test: TestDatabase
let people: Record<'engineer' | 'ada' | 'priya', User>
let connection: Connection
let other: Connection

beforeAll(async () => {
  test = await withTestDatabase()
  people = {
    engineer: await seedPerson('Tomas', 'engineer'),
    ada: await seedPerson('Ada', 'steward'),
    priya: await seedPerson('Priya', 'steward'),
  }
  const { destination } = await seedDestination()
  connection = await seedConnection(destination, 'orders')
  other = await seedConnection(destination, 'billing', { service: 'stripe' })
})
beforeEach(() => test.db.proposal.updateMany({ data: { state: 'superseded' } }))
afterAll(() => test.drop())

const as = (who: keyof typeof people) => contextOf(people[who], new Date())
const approve = (who: keyof typeof people, members: BatchMember[]) =>
  submitBatch(as(who), { decision: 'approve', reason: null, members })
const states = async (members: BatchMember[]) => {
  const rows = await test.db.proposal.groupBy({
    by: ['state'],
    where: { id: { in: members.map(({ proposalId }) => proposalId) } },
    _count: true,
  })
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))
}
async function openAll(who: keyof typeof people, members: BatchMember[]) {
  const sample = await drawSample(as(who), members)
  for (const { proposalId } of sample.drawn) await recordOpening(as(who), { sampleId: sample.id, proposalId })
  return sample
}

describe('what is offered', () => {
  it('is alike in kind, connector, risk, policy outcome and way back; the rest is pulled out with why', async () => {
    const alike = await seedInReview(connection, { count: 3 })
    await seedInReview(connection, { count: 1, risk: 'high', approvalsNeeded: 2 })
    await seedInReview(connection, { count: 1, risk: 'medium' })
    await seedInReview(connection, { count: 1, authorUserId: people.ada.id })
    await seedInReview(other, { count: 1 })
    const { groups } = await listBatches(as('ada'))
    expect(groups).toHaveLength(1)
    expect(groups[0]?.members.map(({ proposalId }) => proposalId)).toEqual(alike.map(({ proposalId }) => proposalId))
    expect(groups[0]?.exceptions.map(({ why }) => why)).toEqual([
      'High risk is decided one by one.',
      'Its risk is medium, theirs low.',
      'You wrote or edited it.',
    ])
  })
})

describe('a batch', () => {
  it('acts on the listed revisions: one that changed drops out and is named, strangers are pulled out, the rest stand', async () => {
    const members = await seedInReview(connection, { count: 4 })
    const [stranger] = await seedInReview(connection, { count: 1, risk: 'high', approvalsNeeded: 2 })
    const changed = { ...(members[1] as BatchMember), planHash: 'b'.repeat(64) }
    const listed = [members[0], changed, members[2], members[3], stranger].filter((member) => member !== undefined)
    const result = await approve('ada', listed)
    expect(result).toMatchObject({ state: 'decided', sentence: '3 approved. 2 dropped out.' })
    expect(result.outcomes.filter(({ outcome }) => outcome === 'refused').map(({ sentence }) => sentence)).toEqual([
      'The plan changed since you opened it. Read it again.',
      'High risk is decided one by one.',
    ])
    expect(await states(listed)).toEqual({ approved: 3, in_review: 2 })
    await expect(submitBatch(as('engineer'), { decision: 'approve', reason: null, members })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is rejected together with a reason', async () => {
    const members = await seedInReview(connection, { count: 3 })
    await submitBatch(as('ada'), { decision: 'reject', reason: 'Not now', members })
    expect(await states(members)).toEqual({ rejected: 3 })
  })

  it('of more than 20 needs three that were drawn for this person opened first', async () => {
    const members = await seedInReview(connection, { count: 21 })
    await expect(approve('ada', members)).rejects.toMatchObject({ code: 'sample-unopened' })
    const sample = await drawSample(as('ada'), members)
    expect(sample.drawn).toHaveLength(3)
    expect((await drawSample(as('ada'), members)).drawn).toEqual(sample.drawn)
    await expect(approve('ada', members)).rejects.toMatchObject({ code: 'sample-unopened' })
    await openAll('ada', members)
    // What one person opened is not opened by another, and not for another list.
    await expect(approve('priya', members)).rejects.toMatchObject({ code: 'sample-unopened' })
    const longer = [...members, ...(await seedInReview(connection, { count: 1 }))]
    await expect(approve('ada', longer)).rejects.toMatchObject({ code: 'sample-unopened' })
    expect(await approve('ada', members)).toMatchObject({ state: 'decided', sentence: '21 approved.' })
  })

  it('of 200 counts for nothing before a second person, and is acknowledged soon', async () => {
    const members = await seedInReview(connection, { count: 200 })
    await openAll('ada', members)
    const first = await approve('ada', members)
    expect(first.state).toBe('waits-for-second')
    expect(await states(members)).toEqual({ in_review: 200 })
    await expect(confirmBatch(as('ada'), first.id)).rejects.toMatchObject({ code: 'own-batch' })
    await expect(confirmBatch(as('priya'), first.id)).rejects.toMatchObject({ code: 'sample-unopened' })
    expect((await listBatches(as('priya'))).waiting).toMatchObject([{ id: first.id, refusal: null }])
    await openAll('priya', members)
    const begun = performance.now()
    const result = await confirmBatch(as('priya'), first.id)
    const tookMs = Math.round(performance.now() - begun)
    process.stdout.write(`batch of 200 acknowledged in ${tookMs} ms\n`)
    expect(result.sentence).toBe('200 approved.')
    expect(await states(members)).toEqual({ approved: 200 })
    expect(tookMs).toBeLessThan(2_000)
    expect(await verifyAuditChain()).toMatchObject({ whole: true })
  })
})
