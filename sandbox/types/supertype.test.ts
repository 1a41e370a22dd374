import { describe, expect, it } from 'vitest'
import { LOGICAL_TYPES, type LogicalType } from './logical-type'
import { supertype } from './supertype'

describe('supertype', () => {
  it.each<[LogicalType, LogicalType, LogicalType]>([
    ['INT', 'LONG', 'LONG'],
    ['INT', 'DOUBLE', 'DOUBLE'],
    ['DOUBLE', 'BOOLEAN', 'STRING'],
    ['DOUBLE', 'STRING', 'STRING'],
    ['BIGDECIMAL', 'STRING', 'STRING'],
    ['SHORT', 'FLOAT', 'FLOAT'],
    ['LONG', 'DOUBLE', 'STRING'],
    ['LOCALDATE', 'LOCALDATETIME', 'LOCALDATETIME'],
    ['LOCALDATETIME', 'INSTANT', 'STRING'],
    ['INSTANT', 'INT', 'STRING'],
    ['JSON', 'INT', 'STRING'],
    ['BINARY', 'XML', 'STRING'],
  ])('%s with %s is %s', (delivered, incoming, expected) => {
    expect(supertype(delivered, incoming)).toBe(expected)
  })

  it('keeps the delivered type when the source narrows', () => {
    expect(supertype('LONG', 'INT')).toBe('LONG')
    expect(supertype('STRING', 'INT')).toBe('STRING')
    expect(supertype('DOUBLE', 'INT')).toBe('DOUBLE')
  })

  it('does not depend on the order of its arguments, and a type is its own supertype', () => {
    for (const left of LOGICAL_TYPES) {
      expect(supertype(left, left)).toBe(left)
      for (const right of LOGICAL_TYPES) expect(supertype(left, right)).toBe(supertype(right, left))
    }
  })
})
