import { describe, expect, it } from 'vitest'
import type { ConfigTable } from '@/sandbox/config/schema-config'
import type { SourceColumn, SourceTable } from '@/sandbox/source/source-model'
import type { DeliveredTable } from './delivered-table'
import { planTableSync } from './plan-table-sync'

function makeColumn(name: string, overrides: Partial<SourceColumn> = {}): SourceColumn {
  return {
    name,
    type: 'INT',
    length: null,
    nullShare: 0,
    mutable: false,
    generator: { kind: 'id', start: 1 },
    key: name,
    ...overrides,
  }
}

function makeTable(columns: SourceColumn[], primaryKey = ['id']): SourceTable {
  return {
    name: 'order_line',
    key: 't',
    rows: 10,
    growth: 1,
    revision: 0,
    primaryKey,
    readOnly: false,
    supportsColumnsConfig: true,
    syncModes: [],
    frozen: false,
    columns,
  }
}

function makeConfig(
  table: SourceTable,
  overrides: Record<string, { enabled?: boolean; hashed?: boolean }> = {},
): ConfigTable {
  const columns = table.columns.map(({ name }) => {
    const primaryKey = table.primaryKey.includes(name)
    return [
      name,
      { enabled: true, hashed: false, primaryKey, touched: false, deleted: false, ...overrides[name] },
    ] as const
  })
  return {
    enabled: true,
    deleted: false,
    readOnly: false,
    supportsColumnsConfig: true,
    syncMode: 'SOFT_DELETE',
    syncModes: [],
    columns: Object.fromEntries(columns),
  }
}

function plan(table: SourceTable, delivered: DeliveredTable | null, config = makeConfig(table), typeLocked = false) {
  return planTableSync({
    sourceSchema: 'public',
    destinationSchema: 'shop_public',
    table,
    config,
    delivered,
    rules: 'database',
    typeLocked,
  })
}

const before = makeTable([makeColumn('id'), makeColumn('quantity'), makeColumn('note', { type: 'STRING', length: 40 })])
const delivered = plan(before, null).delivered

describe('planTableSync', () => {
  it('creates what was never delivered and leaves an unchanged table alone', () => {
    expect(plan(before, null)).toMatchObject({ create: true, full: true, add: [], change: [] })
    expect(plan(before, delivered)).toMatchObject({
      create: false,
      full: false,
      add: [],
      change: [],
      rekey: null,
      ghosts: [],
    })
  })

  it('adds a new column and delivers every row again', () => {
    const table = makeTable([...before.columns, makeColumn('color', { type: 'STRING' })])
    expect(plan(table, delivered)).toMatchObject({ full: true, add: [{ name: 'color', type: 'STRING' }] })
  })

  it('sees a rename as a new column and a ghost', () => {
    const table = makeTable([makeColumn('id'), makeColumn('amount'), ...before.columns.slice(2)])
    const result = plan(table, delivered)
    expect(result.add).toEqual([{ name: 'amount', type: 'INT', length: null }])
    expect(result.ghosts).toEqual([{ name: 'quantity', type: 'INT', length: null }])
  })

  it('brings a ghost back to life when its name returns', () => {
    const without = plan(makeTable([makeColumn('id'), ...before.columns.slice(2)]), delivered).delivered
    expect(plan(before, without)).toMatchObject({ add: [], ghosts: [], full: false })
  })

  it('widens, and promotes, but never narrows', () => {
    const wider = makeTable([makeColumn('id'), makeColumn('quantity', { type: 'DOUBLE' }), ...before.columns.slice(2)])
    expect(plan(wider, delivered)).toMatchObject({ promotes: true, change: [{ name: 'quantity', type: 'DOUBLE' }] })
    const narrower = makeTable([
      makeColumn('id'),
      makeColumn('quantity', { type: 'SHORT' }),
      ...before.columns.slice(2),
    ])
    expect(plan(narrower, delivered)).toMatchObject({ promotes: false, change: [] })
  })

  it('grows the length of a string without promoting it', () => {
    const longer = makeTable([...before.columns.slice(0, 2), makeColumn('note', { type: 'STRING', length: 90 })])
    expect(plan(longer, delivered)).toMatchObject({
      promotes: false,
      change: [{ name: 'note', type: 'STRING', length: 90 }],
    })
  })

  it('turns a hashed column into a string for good', () => {
    const hashed = plan(before, delivered, makeConfig(before, { quantity: { hashed: true } }))
    expect(hashed.change).toEqual([{ name: 'quantity', type: 'STRING', length: null }])
    expect(plan(before, hashed.delivered).change).toEqual([])
    expect(hashed.delivered.columns.find(({ name }) => name === 'quantity')?.type).toBe('STRING')
  })

  it('stops writing a blocked column without making it a ghost', () => {
    const result = plan(before, delivered, makeConfig(before, { quantity: { enabled: false } }))
    expect(result.live.map(({ name }) => name)).toEqual(['id', 'note'])
    expect(result.ghosts).toEqual([])
  })

  it('locks the types of the first sync under the lock, and keeps them from then on', () => {
    const wider = makeTable([makeColumn('id'), makeColumn('quantity', { type: 'DOUBLE' }), ...before.columns.slice(2)])
    expect(plan(wider, delivered, makeConfig(wider), true)).toMatchObject({ promotes: true })
    const locked = plan(before, delivered, makeConfig(before), true).delivered
    expect(plan(wider, locked, makeConfig(wider), true)).toMatchObject({ promotes: false, change: [] })
    expect(plan(wider, locked, makeConfig(wider), false)).toMatchObject({ promotes: true })
    const dates = makeTable([
      makeColumn('id'),
      makeColumn('quantity', { type: 'LOCALDATE' }),
      ...before.columns.slice(2),
    ])
    const refused = plan(dates, locked, makeConfig(dates), true).live.map(({ name, refused: is }) => [name, is])
    expect(refused).toEqual([
      ['id', false],
      ['quantity', true],
      ['note', false],
    ])
  })

  it('gives a keyless table a surrogate key and notices a changed key', () => {
    expect(plan(makeTable(before.columns, []), null)).toMatchObject({
      keyless: true,
      delivered: { key: ['_fivetran_id'] },
    })
    expect(plan(makeTable(before.columns, ['note']), delivered)).toMatchObject({ rekey: ['note'], full: true })
  })

  it('skips a column whose name is taken in the destination, and says so', () => {
    const table = makeTable([makeColumn('id'), makeColumn('user-name'), makeColumn('user name')])
    expect(plan(table, null).skipped).toEqual([
      'user name: another column is already called user_name in the destination',
    ])
  })
})
