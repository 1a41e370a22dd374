import { describe, expect, it } from 'vitest'
import { acceptsWhenLocked } from './accepts-when-locked'
import type { LogicalType } from './logical-type'

describe('acceptsWhenLocked', () => {
  it.each<[LogicalType, LogicalType, boolean]>([
    ['INT', 'STRING', true],
    ['INT', 'BOOLEAN', true],
    ['INT', 'DOUBLE', true],
    ['INT', 'LOCALDATE', false],
    ['STRING', 'JSON', true],
    ['JSON', 'INSTANT', true],
    ['INSTANT', 'LOCALDATE', true],
    ['INSTANT', 'LONG', false],
    ['LOCALDATE', 'BOOLEAN', false],
    ['BINARY', 'INT', false],
    ['BINARY', 'BINARY', true],
  ])('a locked %s takes %s: %s', (locked, incoming, accepted) => {
    expect(acceptsWhenLocked(locked, incoming)).toBe(accepted)
  })
})
