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
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { comparisonSchema, connectionSchemaSchema } from '../contract'
import { makeTable, makeTree } from '../domain/testing/make-tree'
import { compareSnapshots } from './compare-snapshots'
import { listSnapshots } from './list-snapshots'
import { readConnectionSchema } from './read-connection-schema'

const now = new Date('2026-11-12T10:42:00Z')
const orders = makeTable({ id: { primaryKey: true, type: 'LONG' }, total: { type: 'BIGDECIMAL' } })
const base = makeTree({ orders, customer: makeTable({ id: { primaryKey: true }, phone: {}, age: { type: 'INT' } }) })
const revision = makeTree({
  orders,
  customer: makeTable({ id: { primaryKey: true }, phone_number: {}, age: { type: 'LONG' } }),
})

let test: TestDatabase
let ctx: ServiceContext
let connection: Connection
let first: string
let latest: string

beforeAll(async () => {
  test = await withTestDatabase()
  ctx = contextOf(await seedPerson('Ada', 'steward'), now)
  const { destination } = await seedDestination()
  connection = await seedConnection(destination, 'pg_orders')
  first = await seedSnapshot(ctx, connection, base)
  latest = await seedSnapshot(ctx, connection, revision)
  await recordChanges(ctx, { connectionId: connection.id, snapshotId: latest })
})
afterAll(() => test.drop())

describe('compareSnapshots', () => {
  it('tells what differs, how bad it is, and which stored change it is', async () => {
    const compared = comparisonSchema.parse(await compareSnapshots(connection.id, { base: first, revision: latest }))
    expect(compared.changes.map(({ change, severity, sign }) => [change.kind, severity, sign])).toEqual([
      ['column-removed', 'breaking', '-'],
      ['column-added', 'safe', '+'],
      ['type-widened', 'dangerous', '~'],
    ])
    const stored = await test.db.change.findMany({ where: { connectionId: connection.id }, select: { id: true } })
    expect(compared.changes.map(({ changeId }) => changeId).toSorted()).toEqual(stored.map(({ id }) => id).toSorted())
    expect(compared.same).toEqual({ tables: 1, columns: 3 })
  })

  it('sees a likely rename and what a person said of it', async () => {
    const pair = { schema: 'public', table: 'customer', from: 'phone', to: 'phone_number' }
    const before = await compareSnapshots(connection.id, { base: first, revision: latest })
    expect(before.renames).toMatchObject([{ ...pair, decision: null }])
    await test.db.renameDecision.create({
      data: { connectionId: connection.id, ...pair, same: true, decidedBy: 'Ada' },
    })
    const after = await compareSnapshots(connection.id, { base: first, revision: latest })
    expect(after.renames).toMatchObject([{ ...pair, decision: 'same' }])
  })

  it('compares with the baseline by name, and finds nothing between a snapshot and itself', async () => {
    const byName = await compareSnapshots(connection.id, { base: 'baseline', revision: 'latest' })
    expect(byName.changes).toHaveLength(3)
    expect(byName.base).toMatchObject({ id: first, isBaseline: true })
    const same = await compareSnapshots(connection.id, { base: latest, revision: latest })
    expect(same).toMatchObject({ changes: [], renames: [], same: { tables: 2, columns: 5 } })
  })

  it('refuses words that name no snapshot of this connection', async () => {
    const asked = compareSnapshots(connection.id, { base: "'; DROP TABLE snapshot", revision: latest })
    await expect(asked).rejects.toThrow(/no such snapshot/)
  })
})

describe('listSnapshots', () => {
  it('counts the tables that moved and pages by number', async () => {
    const page = await listSnapshots(connection.id, { limit: 1 })
    expect(page.items).toMatchObject([{ number: 2, tablesMoved: 1, isBaseline: false }])
    const next = await listSnapshots(connection.id, { limit: 1, cursor: page.nextCursor ?? '' })
    expect(next).toMatchObject({ items: [{ number: 1, tablesMoved: 0, isBaseline: true }], nextCursor: null })
  })
})

describe('readConnectionSchema', () => {
  it('gives the latest tree with what is open about it', async () => {
    const path = { schema: 'public', table: 'customer', column: 'phone_number' }
    await test.db.columnClass.create({
      data: {
        connectionId: connection.id,
        ...path,
        dataClass: 'phone',
        sensitive: true,
        evidence: [{ verdict: 'for', text: 'values match', measure: '498 of 500' }],
      },
    })
    const seen = connectionSchemaSchema.parse(await readConnectionSchema(connection.id))
    expect(seen.snapshot?.number).toBe(2)
    expect(seen.openChanges).toHaveLength(3)
    expect(seen.classes).toEqual({ 'public.customer.phone_number': { class: 'phone', measure: '498 of 500' } })
    expect(seen.problem).toBeNull()
  })
})
