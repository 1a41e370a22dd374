import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTree } from '@/lib/control-loop/snapshot/domain/testing/arbitrary-tree'
import { makeColumn, makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { Change, Severity } from './change'
import { changeKey } from './change-key'
import { deriveSeverity } from './derive-severity'
import { describeChange } from './describe-change'
import { diffTrees } from './diff-trees'
import { originOfChange } from './origin-of-change'
import { severityContextOf } from './severity-context'

const table = { schema: 'public', table: 'customer' }
const column = { ...table, column: 'phone' }
const flag = (
  kind: 'column-hash-changed' | 'column-enablement-changed' | 'nullability-changed',
  revision: boolean,
): Change => ({
  kind,
  path: column,
  base: !revision,
  revision,
})

describe('deriveSeverity', () => {
  const on = { enabled: true, key: false }
  const off = { enabled: false, key: false }
  const key = { enabled: true, key: true }
  const cases: [string, Change, typeof on, Severity][] = [
    ['a column gone', { kind: 'column-removed', path: column, base: makeColumn() }, on, 'breaking'],
    ['a column gone that was not synced', { kind: 'column-removed', path: column, base: makeColumn() }, off, 'safe'],
    ['a column here', { kind: 'column-added', path: column, revision: makeColumn() }, on, 'safe'],
    ['a key column here', { kind: 'column-added', path: column, revision: makeColumn() }, key, 'dangerous'],
    ['a wider type', { kind: 'type-widened', path: column, base: 'INT', revision: 'LONG' }, on, 'dangerous'],
    ['a wider key', { kind: 'type-widened', path: column, base: 'INT', revision: 'LONG' }, key, 'breaking'],
    ['a narrower type', { kind: 'type-narrowed', path: column, base: 'LONG', revision: 'INT' }, on, 'breaking'],
    ['another type', { kind: 'type-changed', path: column, base: 'LONG', revision: 'BOOLEAN' }, on, 'breaking'],
    ['another key', { kind: 'key-changed', path: table, base: ['a'], revision: ['b'] }, on, 'breaking'],
    ['a table here', { kind: 'table-added', path: table, revision: makeTable() }, on, 'safe'],
    ['a table gone', { kind: 'table-removed', path: table, base: makeTable() }, on, 'breaking'],
    ['hashing off', flag('column-hash-changed', false), on, 'breaking'],
    ['hashing on', flag('column-hash-changed', true), on, 'dangerous'],
    ['excluded', flag('column-enablement-changed', false), on, 'dangerous'],
    ['included', flag('column-enablement-changed', true), on, 'safe'],
    ['may be empty', flag('nullability-changed', true), on, 'dangerous'],
    ['never empty', flag('nullability-changed', false), on, 'safe'],
    [
      'policy loosened',
      { kind: 'change-handling-changed', path: {}, base: 'block-all', revision: 'allow-columns' },
      on,
      'dangerous',
    ],
    [
      'policy tightened',
      { kind: 'change-handling-changed', path: {}, base: 'allow-all', revision: 'allow-columns' },
      on,
      'safe',
    ],
  ]
  it.each(cases)('%s', (_name, change, context, severity) => {
    const derived = deriveSeverity(change, context)
    expect(derived.severity).toBe(severity)
    expect(derived.reason).toMatch(/\.$/)
  })
})

describe('severityContextOf', () => {
  it('looks at what is above the column and at the side that still has it', () => {
    const base = makeTree({ t: makeTable({ a: { primaryKey: true } }) })
    const removed: Change = {
      kind: 'column-removed',
      path: { schema: 'public', table: 't', column: 'a' },
      base: makeColumn(),
    }
    expect(severityContextOf(removed, base, makeTree())).toEqual({ enabled: true, key: true })
    const off = makeTree({ t: makeTable({ a: {} }, { enabled: false }) })
    expect(severityContextOf(removed, off, makeTree())).toEqual({ enabled: false, key: false })
  })
})

describe('every change there can be', () => {
  it('has a key of its own, a severity, an origin and a sentence', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (base, revision) => {
        const changes = diffTrees(base, revision)
        expect(new Set(changes.map(changeKey)).size).toBe(changes.length)
        for (const change of changes) {
          expect(deriveSeverity(change, severityContextOf(change, base, revision)).reason).not.toBe('')
          expect(['source', 'outside']).toContain(originOfChange(change.kind))
          expect(describeChange(change).sentence).toMatch(/\.$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('changeKey', () => {
  it('is the same fact while what was added fills in, and another once a move goes elsewhere', () => {
    const added = (hashed: boolean): Change => ({
      kind: 'column-added',
      path: column,
      revision: makeColumn({ hashed, type: null }),
    })
    expect(changeKey(added(true))).toBe(changeKey(added(false)))
    const widened = (revision: 'LONG' | 'DOUBLE'): Change => ({
      kind: 'type-widened',
      path: column,
      base: 'INT',
      revision,
    })
    expect(changeKey(widened('LONG'))).not.toBe(changeKey(widened('DOUBLE')))
  })
})

describe('describeChange', () => {
  const cases: [Change, string, string | null, string | null][] = [
    [
      { kind: 'column-removed', path: column, base: makeColumn() },
      '`public.customer.phone` is gone from the source.',
      'text, synced',
      null,
    ],
    [
      { kind: 'column-added', path: column, revision: makeColumn({ hashed: true, type: null }) },
      '`public.customer.phone` is here: type not known yet, synced hashed.',
      null,
      'type not known yet, synced hashed',
    ],
    [
      { kind: 'type-widened', path: column, base: 'INT', revision: 'LONG' },
      '`public.customer.phone` is wider: every old value still fits.',
      '32-bit integer',
      '64-bit integer',
    ],
    [
      { kind: 'key-changed', path: table, base: [], revision: ['a', 'b'] },
      '`public.customer` has a key now.',
      'none',
      'a + b',
    ],
    [flag('column-enablement-changed', false), '`public.customer.phone` is no longer synced.', 'synced', 'not synced'],
  ]
  it.each(cases)('%#', (change, sentence, before, after) => {
    expect(describeChange(change)).toMatchObject({ sentence, before, after })
  })
})
