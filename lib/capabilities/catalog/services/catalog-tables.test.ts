import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { catalogListQuerySchema, catalogListSchema, catalogTableSchema } from '../contract'
import type { DataClass } from '../domain/data-class'
import { classifyConnection } from './classify-connection'
import { decideClass } from './decide-class'
import { listCatalogTables } from './list-catalog-tables'
import { readCatalogTable } from './read-catalog-table'

const now = new Date('2026-11-12T10:42:00Z')
const place = { schema: 'public', table: 'customer' }
const customer = { id: { primaryKey: true }, email: {}, shade: {}, _fivetran_synced: {} }

let test: TestDatabase
let ctx: ServiceContext
let connection: Connection
let round = 0

beforeAll(async () => {
  test = await withTestDatabase()
  ctx = contextOf(await seedPerson('Ada', 'steward'), now)
})
beforeEach(async () => {
  // What another test left is no longer watched.
  await test.db.connection.updateMany({ data: { removedAt: now } })
  const { destination } = await seedDestination()
  round += 1
  connection = await seedConnection(destination, `pg_orders_${round}`)
  await seedSnapshot(ctx, connection, makeTree({ customer: makeTable(customer), shop: makeTable({ id: {} }) }))
  await classifyConnection(connection.id)
})
afterAll(() => test.drop())

const decide = (column: string, dataClass: DataClass | null) =>
  decideClass(ctx, { connectionId: connection.id, ...place, column, class: dataClass })

describe('the catalog', () => {
  const list = (query: Record<string, string>) => listCatalogTables(catalogListQuerySchema.parse(query))

  it('lists tables worst first, with counts, filters and pages', async () => {
    const found = catalogListSchema.parse(await list({}))
    expect(found.items).toMatchObject([
      { table: 'customer', columns: 3, classes: [{ class: 'email', columns: 1 }], plain: 1, undecided: 1 },
      { table: 'shop', columns: 1, classes: [], plain: 0, undecided: 0 },
    ])
    expect(found.counts).toEqual({
      tables: 2,
      plainTables: 1,
      plainColumns: 1,
      undecidedTables: 1,
      undecidedColumns: 1,
    })
    expect(found.classes).toEqual([{ class: 'email', columns: 1 }])
    const tablesOf = async (query: Record<string, string>) => (await list(query)).items.map(({ table }) => table)
    expect(await tablesOf({ plain: 'true' })).toEqual(['customer'])
    expect(await tablesOf({ undecided: 'true' })).toEqual(['customer'])
    expect(await tablesOf({ class: 'phone' })).toEqual([])
    expect(await tablesOf({ q: 'public.sho' })).toEqual(['shop'])
    expect(await tablesOf({ q: "%_'" })).toEqual([])
    expect(await tablesOf({ connection: connection.id })).toHaveLength(2)
    const first = await list({ limit: '1' })
    expect(await tablesOf({ limit: '1', cursor: first.nextCursor ?? '' })).toEqual(['shop'])
  })

  it('counts no column as plain that is hashed, off or gone', async () => {
    const states = { hashed: { hashed: true }, off: { enabled: false }, gone: { inSource: false } }
    for (const [name, state] of Object.entries(states)) {
      const table = makeTable({ ...customer, email: state, tint: { typeSpelling: name } })
      await seedSnapshot(ctx, connection, makeTree({ customer: table }))
      expect((await list({})).items, name).toMatchObject([{ plain: 0, undecided: 1 }])
    }
  })

  it('shows a table with who says what on what ground', async () => {
    await decide('email', 'username')
    const table = catalogTableSchema.parse(await readCatalogTable({ connectionId: connection.id, ...place }))
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'email', 'shade', '_fivetran_synced'])
    const email = table.columns.find(({ name }) => name === 'email')
    expect(email).toMatchObject({
      synced: true,
      hashed: false,
      class: { class: 'username', recognisedClass: 'email', decided: { by: 'Ada' }, fresh: null },
    })
    expect(email?.class?.evidence.length).toBeGreaterThan(0)
    const missing = readCatalogTable({ connectionId: connection.id, schema: 'public', table: 'nothing' })
    await expect(missing).rejects.toThrow(/no such table/)
  })
})
