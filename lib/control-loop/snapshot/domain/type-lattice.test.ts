import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LogicalType, logicalTypes } from './schema-tree'
import { isWidening, joinTypes } from './type-lattice'

const type = fc.constantFrom(...logicalTypes)

describe('joinTypes', () => {
  const cases: [LogicalType, LogicalType, LogicalType][] = [
    ['INT', 'LONG', 'LONG'],
    ['INT', 'DOUBLE', 'DOUBLE'],
    ['INT', 'FLOAT', 'DOUBLE'],
    ['SHORT', 'FLOAT', 'FLOAT'],
    ['DOUBLE', 'BOOLEAN', 'STRING'],
    ['DOUBLE', 'STRING', 'STRING'],
    ['BIGDECIMAL', 'STRING', 'STRING'],
    ['LONG', 'DOUBLE', 'STRING'],
    ['LOCALDATE', 'LOCALDATETIME', 'LOCALDATETIME'],
    ['LOCALDATETIME', 'INSTANT', 'STRING'],
    ['JSON', 'LONG', 'STRING'],
    ['SHORT', 'BIGDECIMAL', 'BIGDECIMAL'],
  ]
  it.each(cases)('%s and %s meet at %s', (one, other, met) => {
    expect(joinTypes(one, other)).toBe(met)
    expect(joinTypes(other, one)).toBe(met)
  })

  it('is associative, idempotent and never narrower than either', () => {
    fc.assert(
      fc.property(type, type, type, (a, b, c) => {
        expect(joinTypes(joinTypes(a, b), c)).toBe(joinTypes(a, joinTypes(b, c)))
        expect(joinTypes(a, a)).toBe(a)
        const met = joinTypes(a, b)
        expect(met === a || isWidening(a, met)).toBe(true)
      }),
    )
  })
})

describe('isWidening', () => {
  it('is strict and one way', () => {
    fc.assert(fc.property(type, type, (a, b) => !(isWidening(a, b) && isWidening(b, a))))
    expect(isWidening('INT', 'INT')).toBe(false)
    expect(isWidening('INT', 'LONG')).toBe(true)
    expect(isWidening('LONG', 'INT')).toBe(false)
  })
})
