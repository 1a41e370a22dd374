import { describe, expect, it } from 'vitest'
import { formatCount, formatShortCount } from './format-count'
import { formatDistance, formatExact, formatRowTime, formatSpan, formatStamp } from './format-time'

const now = '2026-11-12T10:42:03.000Z'
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const ago = (span: number) => new Date(Date.parse(now) - span)

describe('formatSpan', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [8 * second, '8 s'],
    [12 * minute, '12 min'],
    [hour, '1 h'],
    [2 * hour + 10 * minute, '2 h 10 min'],
    [day + 3 * hour, '1 d 3 h'],
    [9 * day, '9 d'],
  ])('%i ms is %s', (span, expected) => {
    expect(formatSpan(span)).toBe(expected)
  })
})

describe('formatDistance', () => {
  it.each([
    [ago(400), 'just now'],
    [ago(8 * second), '8 s ago'],
    [ago(3 * hour + 4 * minute), '3 h ago'],
    [ago(2 * day), '2 d ago'],
    [ago(-38 * second), 'in 38 s'],
    [ago(30 * day), 'Tue 13 Oct'],
    [ago(400 * day), 'Wed 8 Oct 2025'],
  ])('%s is %s', (at, expected) => {
    expect(formatDistance(at, now)).toBe(expected)
  })
})

describe('formatRowTime', () => {
  it('says the clock today, the weekday this week, the date before that', () => {
    expect(formatRowTime('2026-11-12T06:04:00Z', now)).toBe('06:04')
    expect(formatRowTime('2026-11-11T23:59:00Z', now)).toBe('Wed')
    expect(formatRowTime('2026-11-02T10:00:00Z', now)).toBe('2 Nov')
    expect(formatRowTime('2025-11-02T10:00:00Z', now)).toBe('2 Nov 2025')
  })
})

describe('stamps', () => {
  it('are UTC and leave out what is known', () => {
    expect(formatStamp(now, now)).toBe('Thu 12 Nov, 10:42')
    expect(formatExact(now)).toBe('Thu 12 Nov 2026, 10:42:03 UTC')
  })
})

describe('counts', () => {
  it('set thousands apart by a space that does not break', () => {
    expect(formatCount(41210)).toBe('41\u00a0210')
    expect(formatCount(0.25)).toBe('0.3')
    expect(formatShortCount(31_400_000)).toBe('31.4\u00a0M')
  })
})
