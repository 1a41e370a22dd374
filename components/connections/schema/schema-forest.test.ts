import { describe, expect, it } from 'vitest'
import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import type { ColumnState, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { buildSchemaForest } from './build-schema-forest'
import { explainSetting } from './explain-setting'
import { flattenSchemaForest, type SchemaFilters } from './flatten-schema-forest'
import { actionToTurn, toggleStaged } from './stage-action'
import { tagChanges } from './tag-changes'

const now = '2026-03-02T10:00:00.000Z'
const noFilter: SchemaFilters = { q: '', withProposals: false, off: false, hashed: false, dataClass: null }

function column(overrides: Partial<ColumnState> = {}): ColumnState {
  return {
    destinationName: 'c',
    enabled: true,
    hashed: false,
    primaryKey: false,
    type: 'STRING',
    typeSpelling: 'text',
    nullable: true,
    lock: null,
    touched: true,
    inSource: true,
    ...overrides,
  }
}

function table(columns: Record<string, ColumnState>, overrides: Partial<TableState> = {}): TableState {
  return {
    destinationName: 't',
    enabled: true,
    syncMode: null,
    lock: null,
    supportsColumns: true,
    columnsComplete: true,
    columns,
    ...overrides,
  }
}

function tree(tables: Record<string, TableState>): SchemaTree {
  return {
    changeHandling: 'allow-columns',
    typeLocked: null,
    schemas: { public: { destinationName: 'public', enabled: true, tables } },
  }
}

function source(tables: Record<string, TableState>, rest: Partial<ConnectionSchema> = {}) {
  return { openChanges: [], proposals: [], classes: {}, ...rest, tree: tree(tables) }
}

const proposal = {
  id: 'p1',
  number: 7,
  schema: 'public',
  table: 'customer',
  column: 'phone',
  title: 'Hash',
  risk: 'medium' as const,
  state: 'in-review',
  dueAt: null,
}
const phoneGone = {
  id: 'c1',
  severity: 'breaking' as const,
  detectedAt: '2026-03-02T06:04:00.000Z',
  change: {
    kind: 'column-removed' as const,
    path: { schema: 'public', table: 'customer', column: 'phone' },
    base: column(),
  },
}

describe('buildSchemaForest', () => {
  it('keeps a column that is gone from the source, as it last was', () => {
    const forest = buildSchemaForest(source({ customer: table({ id: column() }) }, { openChanges: [phoneGone] }))
    const gone = forest.schemas[0]?.tables[0]?.columns.find(({ name }) => name === 'phone')
    expect(gone?.isGone).toBe(true)
    expect(gone && tagChanges(gone.changes)).toEqual([{ kind: 'gone', text: '− gone' }])
    expect(gone && explainSetting(gone, now)).toEqual({ text: 'Gone since 06:04', isLocked: false })
  })

  it('puts keys first and the rest by name', () => {
    const forest = buildSchemaForest(
      source({ t: table({ b: column(), z: column({ primaryKey: true }), a: column() }) }),
    )
    expect(forest.schemas[0]?.tables[0]?.columns.map(({ name }) => name)).toEqual(['z', 'a', 'b'])
  })

  it('calls a schema mixed when some of its tables are off', () => {
    const forest = buildSchemaForest(source({ a: table({}), b: table({}, { enabled: false }) }))
    expect(forest.schemas[0]?.synced).toBe('mixed')
  })

  it('hangs a proposal about an unknown column at its table', () => {
    const forest = buildSchemaForest(source({ customer: table({ id: column() }) }, { proposals: [proposal] }))
    expect(forest.schemas[0]?.tables[0]?.proposals).toHaveLength(1)
  })
})

describe('flattenSchemaForest', () => {
  const forest = buildSchemaForest(
    source(
      {
        customer: table({ phone: column(), id: column({ primaryKey: true }) }),
        order: table({ total: column({ hashed: true }) }),
      },
      { proposals: [proposal] },
    ),
  )

  it('opens tables in which something waits and leaves the rest folded', () => {
    const rows = flattenSchemaForest(forest, noFilter, new Map())
    expect(rows.map(({ key }) => key)).toEqual([
      'public',
      'public/customer',
      'public/customer/id',
      'public/customer/phone',
      'proposal:p1',
      'public/order',
    ])
  })

  it('counts proposals among the siblings of their object', () => {
    const rows = flattenSchemaForest(forest, noFilter, new Map())
    expect(rows.filter(({ level }) => level === 3).map(({ posInSet, setSize }) => [posInSet, setSize])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  it('keeps what leads to a match and drops the rest', () => {
    const rows = flattenSchemaForest(forest, { ...noFilter, hashed: true }, new Map())
    expect(rows.map(({ key }) => key)).toEqual(['public', 'public/order', 'public/order/total'])
  })

  it('lets a person fold what would be open', () => {
    const rows = flattenSchemaForest(forest, noFilter, new Map([['public/customer', false]]))
    expect(rows.map(({ key }) => key)).toEqual(['public', 'public/customer', 'public/order'])
  })
})

describe('toggleStaged', () => {
  const phone = buildSchemaForest(source({ customer: table({ phone: column() }) })).schemas[0]?.tables[0]?.columns[0]

  it('stages the opposite of what is observed and takes it back when asked again', () => {
    const action = phone && actionToTurn(phone, 'synced')
    expect(action).toEqual({
      kind: 'set-column-enabled',
      schema: 'public',
      table: 'customer',
      column: 'phone',
      enabled: false,
    })
    const draft = action ? toggleStaged([], action) : []
    expect(draft).toHaveLength(1)
    expect(action && toggleStaged(draft, action)).toEqual([])
  })

  it('replaces a staged value of the same subject', () => {
    const draft = toggleStaged([{ kind: 'set-change-handling', changeHandling: 'block-all' }], {
      kind: 'set-change-handling',
      changeHandling: 'allow-all',
    })
    expect(draft).toEqual([{ kind: 'set-change-handling', changeHandling: 'allow-all' }])
  })
})
