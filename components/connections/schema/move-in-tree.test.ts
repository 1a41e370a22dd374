import { describe, expect, it } from 'vitest'
import type { SchemaRow } from './flatten-schema-forest'
import { moveInTree } from './move-in-tree'

const facts = {
  path: {},
  destinationName: '',
  synced: 'on',
  isGone: false,
  dataClass: null,
  changes: [],
  proposals: [],
} as const

function row(key: string, level: 1 | 2 | 3, isExpanded: boolean | null): SchemaRow {
  return {
    kind: 'object',
    key,
    level,
    posInSet: 1,
    setSize: 1,
    isExpanded,
    node: {
      ...facts,
      changes: [],
      proposals: [],
      kind: 'schema',
      key,
      name: key,
      schema: { destinationName: '', enabled: true, tables: {} },
      tables: [],
    },
  }
}
const rows = [row('s', 1, true), row('t', 2, true), row('c', 3, null), row('u', 2, false)]

describe('moveInTree', () => {
  it.each([
    ['goes down', 0, 'ArrowDown', { to: 't' }],
    ['stays at the end', 3, 'ArrowDown', {}],
    ['goes to the first row', 2, 'Home', { to: 's' }],
    ['unfolds what is folded', 3, 'ArrowRight', { toggle: { key: 'u', isOpen: true } }],
    ['goes into what is unfolded', 1, 'ArrowRight', { to: 'c' }],
    ['folds what is unfolded', 1, 'ArrowLeft', { toggle: { key: 't', isOpen: false } }],
    ['goes from a column to its table', 2, 'ArrowLeft', { to: 't' }],
    ['goes from a folded table to its schema', 3, 'ArrowLeft', { to: 's' }],
  ])('%s', (_, index, key, move) => {
    expect(moveInTree(rows, index, key)).toEqual(move)
  })

  it('leaves other keys alone', () => {
    expect(moveInTree(rows, 0, 'x')).toBeNull()
  })
})
