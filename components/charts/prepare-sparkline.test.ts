import { describe, expect, it } from 'vitest'
import { prepareSparkline } from './prepare-sparkline'

describe('prepareSparkline', () => {
  it('draws a stretch for each run of days without a gap, the lowest lowest', () => {
    expect(prepareSparkline([1, null, 0.5, 1])).toEqual({
      paths: ['M3 3', 'M41.7 17L61 3'],
      end: { x: 61, y: 3 },
      summary: '100 % last, 50 % at the lowest',
    })
  })
  it('lays a still line in the middle and says when there is none', () => {
    expect(prepareSparkline([1, 1]).paths).toEqual(['M3 10L61 10'])
    expect(prepareSparkline([null, null])).toEqual({ paths: [], end: null, summary: 'No looks in this range' })
  })
})
