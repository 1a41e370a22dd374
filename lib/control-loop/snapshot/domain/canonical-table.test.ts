import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalTable } from './canonical-table'
import { fingerprintTable } from './fingerprint-table'
import type { ColumnState, TableState } from './schema-tree'
import { arbitraryTree } from './testing/arbitrary-tree'
import { makeTable } from './testing/make-tree'

const base = makeTable({ id: { primaryKey: true }, email: {} })

describe('canonicalTable', () => {
  it('does not see the order of columns', () => {
    const reversed = { ...base, columns: Object.fromEntries(Object.entries(base.columns).reverse()) }
    expect(canonicalTable('s', 't', reversed)).toBe(canonicalTable('s', 't', base))
  })

  const edits: [string, Partial<ColumnState>][] = [
    ['destinationName', { destinationName: 'other' }],
    ['enabled', { enabled: false }],
    ['hashed', { hashed: true }],
    ['primaryKey', { primaryKey: null }],
    ['type', { type: 'LONG' }],
    ['typeSpelling', { typeSpelling: null }],
    ['nullable', { nullable: false }],
    ['lock', { lock: { code: 'other', reason: null } }],
    ['lock reason', { lock: { code: 'other', reason: 'x' } }],
    ['touched', { touched: true }],
    ['inSource', { inSource: null }],
  ]
  it.each(edits)('sees a column by its %s', (_field, edit) => {
    const edited = makeTable({ id: { primaryKey: true }, email: edit })
    expect(canonicalTable('s', 't', edited)).not.toBe(canonicalTable('s', 't', base))
  })

  const tableEdits: [string, Partial<TableState>][] = [
    ['destinationName', { destinationName: 'x' }],
    ['enabled', { enabled: false }],
    ['syncMode', { syncMode: null }],
    ['lock', { lock: { code: 'system', reason: null } }],
    ['supportsColumns', { supportsColumns: false }],
    ['columnsComplete', { columnsComplete: false }],
  ]
  it.each(tableEdits)('sees a table by its %s', (_field, edit) => {
    expect(canonicalTable('s', 't', { ...base, ...edit })).not.toBe(canonicalTable('s', 't', base))
  })

  it('keeps names apart that would run into each other', () => {
    expect(canonicalTable('a b', 'c', base)).not.toBe(canonicalTable('a', 'b c', base))
  })

  it('is the same text after a round through JSON, whatever the names', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        for (const [schema, { tables }] of Object.entries(tree.schemas)) {
          for (const [table, state] of Object.entries(tables)) {
            const stored: TableState = JSON.parse(JSON.stringify(state))
            expect(fingerprintTable(schema, table, stored)).toBe(fingerprintTable(schema, table, state))
          }
        }
      }),
    )
  })
})
