import { describe, expect, it } from 'vitest'
import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type ComparedChange, nameCounts, prepareComparison, rowsOf } from './prepare-comparison'
import { prepareLadder } from './prepare-ladder'

const state: ColumnState = {
  destinationName: 'c',
  enabled: true,
  hashed: false,
  primaryKey: false,
  type: 'STRING',
  typeSpelling: null,
  nullable: null,
  lock: null,
  touched: true,
  inSource: true,
}

function compared(change: ComparedChange['change'], sign: ComparedChange['sign']): ComparedChange {
  return {
    change,
    sign,
    sentence: '',
    before: null,
    after: null,
    severity: 'safe',
    reason: '',
    changeId: null,
    proposals: [],
  }
}
const at = (table: string, column: string) => ({ schema: 'public', table, column })
const gone = compared({ kind: 'column-removed', path: at('customer', 'phone'), base: state }, '-')
const here = compared({ kind: 'column-added', path: at('customer', 'phone_e164'), revision: state }, '+')
const wider = compared({ kind: 'type-widened', path: at('customer', 'age'), base: 'INT', revision: 'LONG' }, '~')
const policy = compared({ kind: 'change-handling-changed', path: {}, base: 'allow-all', revision: 'block-all' }, '~')
const rename = {
  schema: 'public',
  table: 'customer',
  from: 'phone',
  to: 'phone_e164',
  confidence: 0.9,
  evidence: [],
  decision: null,
}

describe('prepareComparison', () => {
  it('draws the two ends of a rename together, the old name first', () => {
    const [group] = prepareComparison({ changes: [here, wider, gone], renames: [rename] })
    expect(rowsOf(group ? [group] : []).map(({ name }) => name)).toEqual(['phone', 'phone_e164', 'age'])
    expect(group?.renames).toBe(1)
    expect(group?.counts).toEqual({ added: 1, removed: 1, changed: 1 })
  })

  it('never loses a change whose other end is missing', () => {
    const groups = prepareComparison({ changes: [gone], renames: [rename] })
    expect(rowsOf(groups)).toHaveLength(1)
    expect(groups[0]?.renames).toBe(0)
  })

  it('lists the connection itself before its tables', () => {
    const groups = prepareComparison({ changes: [gone, policy], renames: [] })
    expect(groups.map(({ prefix, name }) => prefix + name)).toEqual(['The connection', 'public.customer'])
  })

  it('counts what the lines are about', () => {
    expect(nameCounts([gone, here, wider, policy], '~')).toBe('1 column, 1 setting')
  })
})

describe('prepareLadder', () => {
  it('passes through where a type was and is, up to text', () => {
    expect(prepareLadder('INT', 'DOUBLE')).toEqual([
      { type: 'SHORT', mark: null },
      { type: 'INT', mark: 'was' },
      { type: 'DOUBLE', mark: 'is' },
      { type: 'STRING', mark: null },
    ])
  })

  it('reads downwards for a narrowing', () => {
    const marks = prepareLadder('LONG', 'INT').filter(({ mark }) => mark)
    expect(marks).toEqual([
      { type: 'INT', mark: 'is' },
      { type: 'LONG', mark: 'was' },
    ])
  })

  it('has no ladder between types that do not hold each other', () => {
    expect(prepareLadder('BOOLEAN', 'JSON')).toEqual([])
  })
})
