import { expect, it } from 'vitest'
import { castValue } from './cast-value'

it('keeps the scale of decimals and truncates to whole numbers', () => {
  expect(castValue('12.50', 'BIGDECIMAL')).toBe('12.50')
  expect(castValue('12.50', 'INT')).toBe(12)
  expect(castValue(3, 'DOUBLE')).toBe(3)
})

it('gives null where a value cannot be of the type', () => {
  expect(castValue('blue', 'INT')).toBeNull()
  expect(castValue('blue', 'LOCALDATE')).toBeNull()
  expect(castValue('blue', 'BOOLEAN')).toBeNull()
})

it('cuts timestamps to what the type can hold', () => {
  expect(castValue('2026-03-01T10:20:30.000Z', 'LOCALDATE')).toBe('2026-03-01')
  expect(castValue('2026-03-01T10:20:30.000Z', 'LOCALDATETIME')).toBe('2026-03-01T10:20:30.000')
})
