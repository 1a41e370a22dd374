import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, Proposal } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { queue } from '@/lib/platform/jobs/queue'
import { changeDetailSchema, changeListQuerySchema, changeListSchema } from '../contract'
import { decideRename } from './decide-rename'
import { listChanges } from './list-changes'
import { readChange } from './read-change'
import { recordChanges } from './record-changes'

const now = new Date('2026-11-12T10:42:00Z')
const pair = { schema: 'public', table: 'customer', from: 'phone', to: 'phone_number' }
const tools = { classifier: { classify: async () => new Map() }, modelDrafter: null }

let test: TestDatabase
let ctx: ServiceContext
let connection: Connection
let latest: string
let round = 0

beforeAll(async () => {
  test = await withTestDatabase()
  ctx = contextOf(await seedPerson('Ada', 'engineer'), now)
})
beforeEach(async () => {
  const { destination } = await seedDestination()
  round += 1
  connection = await seedConnection(destination, `pg_orders_${round}`)
  await seedSnapshot(ctx, connection, makeTree({ customer: makeTable({ id: { primaryKey: true }, phone: {} }) }))
  latest = await seedSnapshot(
    ctx,
    connection,
    makeTree({ customer: makeTable({ id: { primaryKey: true }, phone_number: {} }) }),
  )
  await runWorker()
})
afterAll(() => test.drop())

/** What the worker does when the job of the decision runs. */
async function runWorker() {
  await recordChanges(ctx, { connectionId: connection.id, snapshotId: latest })
  await draftForConnection(ctx, connection.id, tools)
}

function openProposals(): Promise<Proposal[]> {
  return test.db.proposal.findMany({
    where: { connectionId: connection.id, state: { not: 'superseded' } },
    orderBy: { number: 'asc' },
  })
}

describe('decideRename', () => {
  it('answers two columns by two proposals once a person said they are not one', async () => {
    const [joint, ...rest] = await openProposals()
    expect(rest).toEqual([])
    await decideRename(ctx, { connectionId: connection.id, ...pair, same: false })
    const jobs = await (await queue()).findJobs('record-changes', {})
    expect(jobs.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ payload: expect.objectContaining({ snapshotId: latest }) }),
    )
    await runWorker()
    const separate = await openProposals()
    expect(separate).toHaveLength(2)
    expect(separate.map(({ id }) => id)).not.toContain(joint?.id)
    const actions = await test.db.auditEvent.findMany({
      where: { correlationId: ctx.correlationId, action: { in: ['rename.denied', 'proposal.superseded'] } },
      orderBy: { seq: 'asc' },
    })
    expect(actions.map(({ action, objectId }) => [action, objectId])).toEqual([
      ['rename.denied', connection.id],
      ['proposal.superseded', joint?.id],
    ])
  })

  it('answers them by one proposal again when a person says they are one after all', async () => {
    await decideRename(ctx, { connectionId: connection.id, ...pair, same: false })
    await runWorker()
    await decideRename(ctx, { connectionId: connection.id, ...pair, same: true })
    await runWorker()
    expect(await openProposals()).toHaveLength(1)
  })

  it('keeps a proposal that already says what the person says', async () => {
    const before = await openProposals()
    await decideRename(ctx, { connectionId: connection.id, ...pair, same: true })
    await runWorker()
    expect((await openProposals()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('refuses while the proposal is being applied, and keeps no decision then', async () => {
    await test.db.proposal.updateMany({ where: { connectionId: connection.id }, data: { state: 'applying' } })
    const decided = decideRename(ctx, { connectionId: connection.id, ...pair, same: false })
    await expect(decided).rejects.toThrow(/being applied/)
    expect(await test.db.renameDecision.count({ where: { connectionId: connection.id } })).toBe(0)
  })

  it('refuses a viewer', async () => {
    const viewer = { ...ctx, actor: { ...ctx.actor, role: 'viewer' as const } }
    const decided = decideRename(viewer, { connectionId: connection.id, ...pair, same: true })
    await expect(decided).rejects.toThrow(/does not allow/)
  })
})

describe('readChange and listChanges', () => {
  it('shows both halves with the rename they may be, and pages through them', async () => {
    const query = changeListQuerySchema.parse({ connection: connection.id, limit: 1 })
    const page = changeListSchema.parse(await listChanges(query))
    const next = await listChanges({ ...query, cursor: page.nextCursor ?? '' })
    const found = [...page.items, ...next.items]
    expect(found.map(({ change }) => change.kind).toSorted()).toEqual(['column-added', 'column-removed'])
    expect(next.nextCursor).toBeNull()
    expect(page.counts).toEqual({ open: 2, breaking: 1, dangerous: 0, safe: 1 })
    const detail = changeDetailSchema.parse(await readChange(page.items[0]?.id ?? ''))
    expect(detail.renames).toMatchObject([{ ...pair, decision: null }])
    expect(detail.siblings).toHaveLength(1)
    expect(detail.base?.number).toBe(1)
    expect(detail.proposals).toHaveLength(1)
  })

  it('finds a change by parts of its path', async () => {
    const query = changeListQuerySchema.parse({ connection: connection.id, q: 'customer.phone_n' })
    expect((await listChanges(query)).items.map(({ path }) => path)).toEqual(['public.customer.phone_number'])
  })
})
