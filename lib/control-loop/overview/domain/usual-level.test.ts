import { describe, expect, it } from 'vitest'
import { countStays, lastDays, usualDays, usualOf } from './usual-level'

const now = new Date('2026-11-12T10:42:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)

describe('usualOf', () => {
  it('is unknown with fewer than seven days', () => {
    expect(usualOf([1, 2, 3, 4, 5, 6])).toBeNull()
  })
  it.each([
    [[9, 1, 2, 3, 4, 5, 100], 4],
    [[1, 1, 1, 1, 3, 3, 3, 3], 2],
    [[0, 0, 0, 0, 0, 0, 0], 0],
  ])('is the median of %j', (daily, median) => {
    expect(usualOf(daily)).toBe(median)
  })
})

describe('lastDays', () => {
  it('goes back as far as there is history, and no further than the window', () => {
    expect(lastDays(now, daysAgo(2.5))).toEqual([daysAgo(1), daysAgo(2)])
    expect(lastDays(now, daysAgo(400))).toHaveLength(usualDays)
    expect(lastDays(now, null)).toEqual([])
  })
})

describe('countStays', () => {
  it('counts what had come and had not gone', () => {
    const stays = [
      { from: daysAgo(5), until: daysAgo(1.5) },
      { from: daysAgo(3), until: null },
      { from: daysAgo(0.5), until: null },
    ]
    expect(countStays(stays, [daysAgo(1), daysAgo(2), daysAgo(3), daysAgo(4)])).toEqual([1, 2, 2, 1])
  })
})
