import { describe, expect, it } from 'vitest'
import { fullJitterMs, parseRetryAfterSeconds } from './retry-delay'

describe('fullJitterMs', () => {
  it.each([
    [1, 0, 0],
    [1, 0.5, 150],
    [3, 1, 1_200],
    [30, 1, 20_000],
  ])('attempt %i with %d of the dice waits %i ms', (attempt, random, delay) => {
    expect(fullJitterMs(attempt, 300, random)).toBe(delay)
  })
})

describe('parseRetryAfterSeconds', () => {
  const now = Date.parse('2026-11-24T10:00:00Z')
  it.each([
    ['38', 38],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 10:00:05 GMT', 5],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['soon', 60],
    ['', 60],
    [undefined, 60],
  ])('reads %j as %i s', (header, seconds) => {
    expect(parseRetryAfterSeconds(header, now)).toBe(seconds)
  })
})
