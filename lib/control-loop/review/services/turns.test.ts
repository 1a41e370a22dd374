import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, User } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { listProposals } from '@/lib/control-loop/proposal/services/list-proposals'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { delegateProposal, takeBackProposal } from './delegate-proposal'
import { cancelAbsence, listAbsences, saveAbsence } from './keep-absence'
import { liftExclusion } from './lift-exclusion'
import { listExclusions } from './list-exclusions'
import { snoozeProposal, wakeProposal } from './snooze-proposal'
import { submitReview } from './submit-review'
import { tendReviews } from './tend-reviews'
import { seedInReview } from './testing/seed-in-review'

let test: TestDatabase
let people: Record<'admin' | 'engineer' | 'ada' | 'priya', User>
let connection: Connection
let round = 0

beforeAll(async () => {
  test = await withTestDatabase()
  people = {
    admin: await seedPerson('Samuel', 'admin'),
    engineer: await seedPerson('Tomas', 'engineer'),
    ada: await seedPerson('Ada', 'steward'),
    priya: await seedPerson('Priya', 'steward'),
  }
})
beforeEach(async () => {
  await test.db.proposal.updateMany({ data: { state: 'superseded' } })
  await test.db.absence.updateMany({ data: { cancelledAt: new Date() } })
  const { destination } = await seedDestination()
  round += 1
  connection = await seedConnection(destination, `orders_${round}`, { service: `postgres_${round}` })
})
afterAll(() => test.drop())

const hour = 3_600_000
const as = (who: keyof typeof people, inMs = 0): ServiceContext => contextOf(people[who], new Date(Date.now() + inMs))
const later = () => new Date(Date.now() + 1000)
const own = (who: keyof typeof people) =>
  test.db.connection.update({ where: { id: connection.id }, data: { ownerId: people[who].id } })
async function one(seed: Partial<Parameters<typeof seedInReview>[1]> = {}) {
  const [member] = await seedInReview(connection, { count: 1, ...seed })
  if (!member) throw new Error('nothing seeded')
  return member
}
const mine = async (who: keyof typeof people, inMs = 0) =>
  (await listProposals(as(who, inMs), { view: 'mine', limit: 100 })).items.map(({ id }) => id)
const events = async (proposalId: string) =>
  (await test.db.auditEvent.findMany({ where: { objectId: proposalId }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

describe('whose turn it is', () => {
  it('is the owner’s, and every steward’s where nobody owns the connection', async () => {
    const { proposalId } = await one()
    expect([await mine('ada'), await mine('priya'), await mine('admin')]).toEqual([[proposalId], [proposalId], []])
    await own('ada')
    expect([await mine('ada'), await mine('priya')]).toEqual([[proposalId], []])
    expect((await readProposal(as('priya'), proposalId)).turn).toMatchObject({
      rule: 'owner',
      people: [{ name: 'Ada' }],
      sentence: 'Ada owns the connection.',
    })
  })

  it('is nobody’s who had a hand in it', async () => {
    const { proposalId } = await one({ authorUserId: people.ada.id })
    await own('ada')
    expect([await mine('ada'), await mine('priya')]).toEqual([[], [proposalId]])
  })

  it('asks the admins too when the time is over, says so once, and approves nothing', async () => {
    const { proposalId } = await one({ dueAt: new Date(Date.now() + hour) })
    await own('ada')
    await tendReviews(as('admin'))
    expect(await mine('admin')).toEqual([])
    await tendReviews(as('admin', 2 * hour))
    await tendReviews(as('admin', 2 * hour))
    expect(await mine('admin', 2 * hour)).toEqual([proposalId])
    expect(await mine('ada', 2 * hour)).toEqual([proposalId])
    expect(await events(proposalId)).toEqual(['proposal.escalated'])
    const row = await test.db.proposal.findUniqueOrThrow({ where: { id: proposalId }, include: { reviews: true } })
    expect(row).toMatchObject({ state: 'in_review', reviews: [] })
  })
})

describe('set aside', () => {
  it('leaves the queue until its time, keeps its own time running, and comes back with an audit event', async () => {
    const { proposalId } = await one({ dueAt: new Date(Date.now() + 5 * hour) })
    const until = new Date(Date.now() + hour).toISOString()
    await expect(snoozeProposal(as('engineer'), { proposalId, wake: 'time', until })).rejects.toMatchObject({
      status: 403,
    })
    await snoozeProposal(as('ada'), { proposalId, wake: 'time', until })
    expect(await mine('ada')).toEqual([])
    const { items } = await listProposals(as('priya'), { view: 'snoozed', limit: 100 })
    expect(items).toMatchObject([{ id: proposalId, snooze: { wake: 'time', by: 'Ada' } }])
    expect(items[0]?.dueAt).not.toBeNull()
    await tendReviews(as('admin'))
    expect(await mine('ada')).toEqual([])
    await tendReviews(as('admin', 2 * hour))
    expect(await mine('ada')).toEqual([proposalId])
    expect(await events(proposalId)).toEqual(['proposal.snoozed', 'proposal.woken'])
  })

  it('comes back with the end of a sync, with a comment, when somebody asks, and when its time is over', async () => {
    const wakes = async (wake: 'sync' | 'change', cause: (proposalId: string) => Promise<unknown>) => {
      const { proposalId } = await one({ dueAt: new Date(Date.now() + 5 * hour) })
      await snoozeProposal(as('ada'), { proposalId, wake, until: null })
      await tendReviews(as('admin'))
      expect(await mine('ada')).toEqual([])
      await cause(proposalId)
      expect(await mine('ada', 6 * hour)).toEqual([proposalId])
      await test.db.proposal.update({ where: { id: proposalId }, data: { state: 'superseded' } })
    }
    await wakes('sync', async () => {
      await test.db.sync.create({ data: { connectionId: connection.id, endedAt: later(), status: 'successful' } })
      await tendReviews(as('admin'))
    })
    await wakes('change', async (proposalId) => {
      await test.db.proposalComment.create({
        data: { proposalId, authorName: 'Ada', text: 'Look again.', createdAt: later() },
      })
      await tendReviews(as('admin'))
    })
    await wakes('change', (proposalId) => wakeProposal(as('priya'), proposalId))
    await wakes('change', () => tendReviews(as('admin', 6 * hour)))
  })
})

describe('handed over', () => {
  it('is the other person’s turn, watched by whoever handed it over, and decided in their place', async () => {
    const { proposalId, revision, planHash } = await one()
    await own('ada')
    await delegateProposal(as('ada'), { proposalId, toId: people.priya.id })
    expect([await mine('ada'), await mine('priya')]).toEqual([[], [proposalId]])
    expect((await listProposals(as('ada'), { view: 'watching', limit: 10 })).items).toHaveLength(1)
    // Not handed on: neither by whoever got it, nor by a third.
    const onward = delegateProposal(as('priya'), { proposalId, toId: people.admin.id })
    await expect(onward).rejects.toMatchObject({ code: 'handed-on' })
    const third = delegateProposal(as('admin'), { proposalId, toId: people.admin.id })
    await expect(third).rejects.toMatchObject({ code: 'handed-over' })
    await submitReview(as('priya'), { proposalId, decision: 'approve', revision, planHash })
    expect((await readProposal(as('ada'), proposalId)).reviews).toMatchObject([
      { person: { name: 'Priya' }, onBehalfOf: { name: 'Ada' } },
    ])
  })

  it('goes to nobody without the right, who wrote it, or who is away, and comes back', async () => {
    const { proposalId } = await one({ authorUserId: people.priya.id })
    const to = (toId: string) => delegateProposal(as('ada'), { proposalId, toId })
    await expect(to(people.engineer.id)).rejects.toMatchObject({ code: 'missing-right' })
    await expect(to(people.priya.id)).rejects.toMatchObject({ code: 'own-proposal' })
    await saveAbsence(as('admin'), {
      delegateId: people.ada.id,
      startsAt: new Date(Date.now() - hour).toISOString(),
      endsAt: new Date(Date.now() + hour).toISOString(),
    })
    await expect(to(people.admin.id)).rejects.toMatchObject({ code: 'away' })
    const second = await one()
    await delegateProposal(as('ada'), { proposalId: second.proposalId, toId: people.priya.id })
    await takeBackProposal(as('priya'), second.proposalId)
    expect(await mine('ada')).toContain(second.proposalId)
  })

  it('goes to the stand-in while the owner is away, and no further', async () => {
    const { proposalId } = await one()
    await own('ada')
    const days = {
      startsAt: new Date(Date.now() - hour).toISOString(),
      endsAt: new Date(Date.now() + hour).toISOString(),
    }
    await expect(saveAbsence(as('ada'), { ...days, delegateId: people.engineer.id })).rejects.toMatchObject({
      code: 'missing-right',
    })
    await saveAbsence(as('ada'), { ...days, delegateId: people.priya.id })
    await expect(saveAbsence(as('ada'), { ...days, delegateId: people.admin.id })).rejects.toMatchObject({
      code: 'overlap',
    })
    expect([await mine('ada'), await mine('priya')]).toEqual([[], [proposalId]])
    await saveAbsence(as('priya'), { ...days, delegateId: people.admin.id })
    // The stand-in is away as well: it is the group's, whose last is the stand-in of nobody.
    expect((await readProposal(as('ada'), proposalId)).turn).toMatchObject({ people: [{ name: 'Samuel' }] })
    const [absence] = (await listAbsences(as('ada'))).items
    await cancelAbsence(as('ada'), absence?.id ?? '')
    expect(await mine('ada')).toEqual([proposalId])
  })
})

describe('not again', () => {
  const tools = { classifier: { classify: async () => new Map() }, modelDrafter: null }
  async function drift(...columns: string[]) {
    const table = makeTable({
      id: { primaryKey: true },
      ...Object.fromEntries(columns.map((name) => [name, { enabled: false }])),
    })
    const snapshotId = await seedSnapshot(
      as('engineer'),
      connection,
      makeTree({ customer: table }, { changeHandling: 'block-all' }),
    )
    await recordChanges(as('engineer'), { connectionId: connection.id, snapshotId })
    await draftForConnection(as('engineer'), connection.id, tools)
    const rows = await test.db.proposal.findMany({ where: { connectionId: connection.id }, orderBy: { number: 'asc' } })
    return rows.map(({ column }) => column)
  }

  it('keeps names like it from being proposed, says why, and lets them when it is lifted', async () => {
    await drift()
    expect(await drift('fax_1')).toEqual(['fax_1'])
    const proposal = await test.db.proposal.findFirstOrThrow({ where: { connectionId: connection.id } })
    const { revision, planHash } = await readProposal(as('ada'), proposal.id)
    await submitReview(as('ada'), {
      proposalId: proposal.id,
      decision: 'reject',
      revision,
      planHash,
      reason: 'Nobody faxes.',
      notAgain: { scope: 'pattern', pattern: 'fax_*' },
    })
    expect(await drift('fax_1', 'fax_2', 'shade')).toEqual(['fax_1', 'shade'])
    await draftForConnection(as('engineer'), connection.id, tools)
    const { items } = await listExclusions(as('engineer'))
    expect(items).toMatchObject([{ pattern: 'fax_*', passedOver: 1, reason: 'Nobody faxes.' }])
    expect(await test.db.change.count({ where: { column: 'fax_2', state: 'open' } })).toBe(1)
    const told = await test.db.auditEvent.findMany({ where: { action: 'proposal.not-drafted' } })
    expect(told).toMatchObject([{ objectLabel: 'public.customer.fax_2' }])
    await expect(liftExclusion(as('engineer'), items[0]?.id ?? '')).rejects.toMatchObject({ status: 403 })
    await liftExclusion(as('priya'), items[0]?.id ?? '')
    await draftForConnection(as('engineer'), connection.id, tools)
    expect(await drift('fax_1', 'fax_2', 'shade')).toEqual(['fax_1', 'shade', 'fax_2'])
  })
})
