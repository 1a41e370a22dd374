import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitTree } from '@/lib/control-loop/snapshot/domain/split-tree'
import { arbitraryTree } from '@/lib/control-loop/snapshot/domain/testing/arbitrary-tree'
import { makeColumn, makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { changeSchema } from './change'
import { diffSplit } from './diff-split'
import { diffTrees } from './diff-trees'

type Columns = Parameters<typeof makeTable>[0]
const treeOf = (columns: Columns, overrides: Parameters<typeof makeTable>[1] = {}) =>
  makeTree({ t: makeTable(columns, overrides) })
const kinds = (base: Columns, revision: Columns, overrides: Parameters<typeof makeTable>[1] = {}) =>
  diffTrees(treeOf(base), treeOf(revision, overrides)).map((change) => change.kind)

describe('diffTrees on columns', () => {
  const key = { primaryKey: true }
  const cases: [string, Columns, Columns, string[]][] = [
    ['nothing', { a: {} }, { a: {} }, []],
    ['an added column', { a: {} }, { a: {}, b: {} }, ['column-added']],
    ['a removed column', { a: {}, b: {} }, { a: {} }, ['column-removed']],
    [
      'a column that became a ghost',
      { a: {}, b: {} },
      { a: {}, b: { inSource: false, type: 'LONG' } },
      ['column-removed'],
    ],
    ['a column locked as deleted', { a: {} }, { a: { lock: { code: 'deleted', reason: null } } }, ['column-removed']],
    [
      'an unseen column that turned out gone',
      { a: { inSource: null } },
      { a: { inSource: false } },
      ['column-removed'],
    ],
    ['a ghost that stays', { a: { inSource: false } }, { a: { inSource: false, enabled: false } }, []],
    ['a ghost that goes', { a: {}, b: { inSource: false } }, { a: {} }, []],
    ['a ghost that appears', { a: {} }, { a: {}, b: { inSource: false } }, []],
    ['a ghost that came back', { a: { inSource: false } }, { a: {} }, ['column-added']],
    ['a system column', { a: {} }, { a: {}, _fivetran_deleted: {} }, []],
    ['enablement', { a: {} }, { a: { enabled: false } }, ['column-enablement-changed']],
    ['hashing', { a: {} }, { a: { hashed: true } }, ['column-hash-changed']],
    ['a wider type', { a: { type: 'INT' } }, { a: { type: 'LONG' } }, ['type-widened']],
    ['a narrower type', { a: { type: 'STRING' } }, { a: { type: 'LONG' } }, ['type-narrowed']],
    ['another type', { a: { type: 'BOOLEAN' } }, { a: { type: 'LONG' } }, ['type-changed']],
    ['a type learned', { a: { type: null } }, { a: { type: 'LONG' } }, []],
    ['another spelling', { a: {} }, { a: { typeSpelling: 'varchar' } }, []],
    ['nullability', { a: { nullable: false } }, { a: { nullable: true } }, ['nullability-changed']],
    ['a destination name', { a: {} }, { a: { destinationName: 'z' } }, ['destination-name-changed']],
    ['touching alone', { a: {} }, { a: { touched: true } }, []],
    ['a key moved', { a: key, b: {} }, { a: {}, b: key }, ['key-changed']],
    ['a key column gone', { a: key, b: key }, { a: key }, ['key-changed', 'column-removed']],
    ['keys nobody tells any more', { a: key }, { a: { primaryKey: null } }, []],
  ]
  it.each(cases)('reports %s', (_name, base, revision, expected) => {
    expect(kinds(base, revision)).toEqual(expected)
  })

  it('removes nothing by absence from a partial list, and adds nothing to one', () => {
    expect(kinds({ a: {}, b: {} }, { a: {} }, { columnsComplete: false })).toEqual([])
    expect(diffTrees(treeOf({ a: {} }, { columnsComplete: false }), treeOf({ a: {}, b: {} }))).toEqual([])
  })

  it('knows a column again whose source name was learned', () => {
    const base = { first_name: { inSource: null, destinationName: 'first_name' } }
    expect(kinds(base, { FirstName: { destinationName: 'first_name', hashed: true } })).toEqual(['column-hash-changed'])
  })
})

describe('diffTrees above columns', () => {
  const table = makeTable({ a: {} })
  const gone = makeTable({ a: {} }, { lock: { code: 'deleted', reason: null } })
  it('reports a table that comes or goes once, without its columns', () => {
    expect(diffTrees(makeTree(), makeTree({ t: table }))).toEqual([
      { kind: 'table-added', path: { schema: 'public', table: 't' }, revision: table },
    ])
    expect(diffTrees(makeTree({ t: table }), makeTree())).toEqual([
      { kind: 'table-removed', path: { schema: 'public', table: 't' }, base: table },
    ])
    expect(diffTrees(makeTree({ t: table }), makeTree({ t: gone })).map((c) => c.kind)).toEqual(['table-removed'])
    expect(diffTrees(makeTree(), makeTree({ t: gone }))).toEqual([])
  })

  it('reports settings of the connection, schemas and tables', () => {
    const base = makeTree({ t: table })
    const revision = makeTree(
      { t: { ...table, enabled: false, syncMode: 'history', destinationName: 'u' } },
      { changeHandling: 'block-all', typeLocked: true },
      { destinationName: 'p' },
    )
    expect(diffTrees(base, revision).map((change) => change.kind)).toEqual([
      'change-handling-changed',
      'type-lock-changed',
      'destination-name-changed',
      'table-enablement-changed',
      'sync-mode-changed',
      'destination-name-changed',
    ])
  })

  it('does not repeat a schema switched off for each untouched column below it', () => {
    const off = makeTree(
      { t: makeTable({ a: { enabled: false }, b: { enabled: false, touched: true } }) },
      {},
      { enabled: false },
    )
    const changes = diffTrees(makeTree({ t: makeTable({ a: {}, b: { touched: true } }) }), off)
    expect(changes.map((change) => change.kind)).toEqual(['schema-enablement-changed', 'column-enablement-changed'])
  })

  it('reports a schema and its tables', () => {
    const empty = makeTree({}, { schemas: {} })
    expect(diffTrees(empty, makeTree({ t: table })).map((c) => c.kind)).toEqual(['schema-added', 'table-added'])
    expect(diffTrees(makeTree({ t: table }), empty).map((c) => c.kind)).toEqual(['schema-removed', 'table-removed'])
  })
})

describe('diffTrees on any tree', () => {
  it('finds no difference to itself, in whatever order it is listed', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const copy = structuredClone(tree)
        for (const schema of Object.values(copy.schemas)) {
          schema.tables = Object.fromEntries(
            Object.entries(schema.tables)
              .reverse()
              .map(([name, state]) => [
                name,
                { ...state, columns: Object.fromEntries(Object.entries(state.columns).reverse()) },
              ]),
          )
        }
        expect(diffTrees(tree, tree)).toEqual([])
        expect(diffTrees(tree, copy)).toEqual([])
      }),
    )
  })

  it('says the same from stored fingerprints, and only what the closed union knows', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (base, revision) => {
        const [one, other] = [splitTree(base), splitTree(revision)]
        const bodies = new Map([...one.tables, ...other.tables].map(({ hash, body }) => [hash, body]))
        const changes = diffTrees(base, revision)
        const split = diffSplit(one, other, (hash) => bodies.get(hash) ?? makeTable({ wrong: makeColumn() }))
        expect(split).toEqual(changes)
        for (const change of changes) expect(changeSchema.safeParse(change).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
