import { describe, expect, it } from 'vitest'
import { daysOfPeriod } from './usage-params'

const now = new Date('2026-11-12T10:42:00Z')

describe('daysOfPeriod', () => {
  it('draws the whole month and asks for the days of it that began', () => {
    expect(daysOfPeriod('month', now)).toEqual({ days: 12, from: '2026-11-01', to: '2026-11-30' })
  })

  it('counts today among the last days', () => {
    expect(daysOfPeriod('7d', now)).toEqual({ days: 7, from: '2026-11-06', to: '2026-11-12' })
    expect(daysOfPeriod('90d', now).from).toBe('2026-08-15')
  })
})
