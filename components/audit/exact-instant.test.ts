import { describe, expect, it } from 'vitest'
import { exactInstant } from './exact-instant'

describe('exactInstant', () => {
  it('gives the day with its year and the thousandth', () => {
    expect(exactInstant('2026-11-12T09:51:07.442Z')).toBe('Thu 12 Nov 2026, 09:51:07.442 UTC')
  })
})
