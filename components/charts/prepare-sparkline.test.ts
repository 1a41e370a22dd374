import { describe, expect, it } from 'vitest'
import { prepareSparkline } from './prepare-sparkline'

describe('prepareSparkline', () => {
  it('puts the least at the bottom and the most at the top', () => {
    expect(prepareSparkline([0, 10], 14, 16)).toEqual({ paths: ['M2 14L12 2'], last: { x: 12, y: 2 } })
  })

  it('leaves a gap where a value is missing', () => {
    expect(prepareSparkline([1, 2, null, 1, 2], 56, 16).paths).toHaveLength(2)
  })

  it('draws a flat line in the middle', () => {
    expect(prepareSparkline([5, 5, 5]).last?.y).toBe(8)
  })

  it('draws nothing from nothing, and a point from one value', () => {
    expect(prepareSparkline([null, null])).toEqual({ paths: [], last: null })
    expect(prepareSparkline([3])).toEqual({ paths: [], last: { x: 2, y: 8 } })
  })
})
