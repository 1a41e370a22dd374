import { describe, expect, it } from 'vitest'
import type { ColumnMapping, Mapping, TableNote } from '@/lib/capabilities/mapping/contract'
import { countMapping } from './count-mapping'
import { countEdits, editColumn, editTable } from './edit-mapping'

const column = (source: string, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  source,
  name: source,
  standardName: source,
  type: 'STRING',
  enabled: true,
  hashed: false,
  nullable: false,
  class: null,
  description: null,
  reasons: [],
  ...more,
})
const mapping: Mapping = {
  schema: 'shop',
  tables: [
    {
      source: 'orders',
      name: 'orders',
      enabled: true,
      syncMode: 'soft-delete',
      syncModeReason: '',
      key: ['id'],
      keyReason: '',
      load: 'full',
      cursor: null,
      loadReason: '',
      partitionBy: null,
      clusterBy: [],
      foreignKeys: [],
      columns: [column('line'), column('id'), column('email', { hashed: true }), column('acct', { enabled: false })],
      nested: [],
      parent: null,
    },
  ],
}
const place = (name: string) => ({ table: 'orders', column: name })

describe('an edit', () => {
  it('leaves the proposal as it was, and is counted', () => {
    const edited = editColumn(editTable(mapping, 'orders', { syncMode: 'live' }), place('email'), { name: 'mail' })
    expect(countEdits(mapping, edited)).toBe(2)
    expect(countEdits(mapping, mapping)).toBe(0)
    expect(mapping.tables[0]?.columns[2]?.name).toBe('email')
    expect(countEdits(mapping, editColumn(edited, place('email'), { name: 'email' }))).toBe(1)
  })

  it('keeps columns of the key synced and plain', () => {
    const edited = editColumn(mapping, place('email'), { isKey: true })
    expect(edited.tables[0]).toMatchObject({ key: ['id', 'email'] })
    expect(edited.tables[0]?.columns[2]).toMatchObject({ enabled: true, hashed: false })
    expect(editColumn(edited, place('id'), { enabled: false }).tables[0]?.columns[1]?.enabled).toBe(true)
    expect(editColumn(edited, place('email'), { isKey: false }).tables[0]?.key).toEqual(['id'])
  })
})

describe('countMapping', () => {
  it('says what needs someone, and nothing of what does not', () => {
    const guess = { name: 'email', confidence: 0.85, reasons: ['x'] }
    const nothing = { name: null, confidence: null, evidence: [], decidedBy: null }
    const note: TableNote = {
      source: 'orders',
      rows: null,
      keys: [],
      cursors: [],
      columns: ['line', 'id', 'email', 'acct'].map((source) => ({
        source,
        names: source === 'email' ? [guess] : [],
        class: nothing,
      })),
    }
    expect(countMapping(mapping, [note], [])).toBe('1 table · 4 columns · 1 left out · 1 hashed · 1 name to check')
    expect(countMapping(mapping, [], [{ table: null, name: 'x', sources: ['a', 'b'] }])).toContain('1 collision')
  })
})
