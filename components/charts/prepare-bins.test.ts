import { describe, expect, it } from 'vitest'
import { prepareBins } from './prepare-bins'

describe('prepareBins', () => {
  it('spreads bins of unequal width over equal spans, the fullest at full height', () => {
    const bars = prepareBins([0, 7, 14], [0, 70, 35, 0])
    expect(bars.map(({ height }) => height)).toEqual([...Array(7).fill(18), ...Array(7).fill(9)])
  })
  it('stands what lies beyond the edges at the ends', () => {
    const bars = prepareBins([0, 14], [5, 0, 10])
    expect([bars[0]?.height, bars[1]?.height, bars[13]?.height]).toEqual([9, 0, 18])
  })
  it('is empty where there is nothing to spread', () => {
    expect([prepareBins([], [3]), prepareBins([1], [2, 2]), prepareBins([0, 1], [0, 0, 0])]).toEqual([[], [], []])
  })
})
