import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { homeSchema, statusSchema } from '../contract'
import { readHome } from './read-home'
import { readStatus } from './read-status'
import { requestScenarioStep } from './request-scenario-step'

const now = new Date()
const tools = { classifier: { classify: async () => new Map() }, modelDrafter: null }

let test: TestDatabase
let steward: ServiceContext
let viewer: ServiceContext
let connection: Connection

beforeAll(async () => {
  test = await withTestDatabase()
  steward = contextOf(await seedPerson('Ada', 'steward'), now)
})
afterAll(() => test.drop())

describe('readHome', () => {
  it('knows an empty installation by its first steps', async () => {
    const home = homeSchema.parse(await readHome(steward))
    expect(home.setup).toEqual({ credentials: false, connections: false, snapshot: false, people: false })
    expect(home.levels.review).toEqual({ now: 0, usual: null })
  })

  it('counts what flows, and shows what waits to whoever may decide it', async () => {
    viewer = contextOf(await seedPerson('Viv', 'viewer'), now)
    const { destination } = await seedDestination()
    connection = await seedConnection(destination, 'pg_orders', { setupState: 'broken' })
    await seedConnection(destination, 'zendesk', { succeededAt: now })
    await seedSnapshot(steward, connection, makeTree({ customer: makeTable({ id: { primaryKey: true }, phone: {} }) }))
    const latest = await seedSnapshot(
      steward,
      connection,
      makeTree({ customer: makeTable({ id: { primaryKey: true } }) }),
    )
    await recordChanges(steward, { connectionId: connection.id, snapshotId: latest })
    await draftForConnection(steward, connection.id, tools)

    const home = homeSchema.parse(await readHome(steward))
    expect(home.setup).toEqual({ credentials: false, connections: true, snapshot: true, people: true })
    expect(home.facts).toMatchObject({
      connections: 2,
      changesSinceYesterday: 1,
      draftedByRules: 1,
      waiting: 1,
      waitingForMe: 1,
    })
    expect(home.levels).toMatchObject({ observe: { now: 1 }, propose: { now: 1 }, review: { now: 1 } })
    expect(home.waitsForMe).toHaveLength(1)
    expect(home.changes.map(({ severity }) => severity)).toEqual(['breaking'])
    expect(home.unhealthy.map(({ name }) => name)).toEqual(['pg_orders'])

    const seenByViewer = await readHome(viewer)
    expect(seenByViewer).toMatchObject({ facts: { waiting: 1, waitingForMe: 0 }, waitsForMe: [] })
  })

  it('says what is usual once a week of history is there', async () => {
    const later = (days: number): ServiceContext => ({
      ...steward,
      now: () => new Date(now.getTime() + days * 24 * 3_600_000),
    })
    expect((await readHome(later(6))).levels.review.usual).toBeNull()
    // It has waited on each of the ten days since; only one day of them found a change.
    expect((await readHome(later(10.5))).levels).toMatchObject({
      observe: { now: 0, usual: 0 },
      review: { now: 1, usual: 1 },
      verify: { now: 0, usual: 0 },
    })
  })
})

describe('readStatus', () => {
  it('tells of workers by their last beat, of calls, and of the demo', async () => {
    await test.db.worker.createMany({
      data: [
        { id: 'alive', startedAt: now, seenAt: new Date(now.getTime() - 5_000) },
        { id: 'silent', startedAt: now, seenAt: new Date(now.getTime() - 60_000) },
      ],
    })
    await test.db.fivetranAccount.updateMany({ data: { rateLimit: 20_000, rateRemaining: 19_412 } })
    const status = statusSchema.parse(await readStatus(steward, 'http://127.0.0.1:7777'))
    expect(status).toMatchObject({
      workers: 1,
      waitingForMe: 1,
      openChanges: 1,
      calls: { used: 588, limit: 20_000 },
      account: { state: 'untested' },
      callPause: { heldUntil: null, breaker: 'closed', failures: 0 },
      deadJobs: 0,
      demo: { enabled: true },
    })
  })
})

describe('requestScenarioStep', () => {
  it('is nothing anybody can ask for without a sandbox', async () => {
    await expect(requestScenarioStep(steward, undefined)).rejects.toThrow(/nothing here/)
  })
  it('refuses a viewer', async () => {
    await expect(requestScenarioStep(viewer, 'http://127.0.0.1:7777')).rejects.toThrow(/does not allow/)
  })
})
