import { describe, expect, it } from 'vitest'
import { prepareRunStrip } from './prepare-run-strip'

describe('prepareRunStrip', () => {
  it('lets trouble rise', () => {
    const { bars } = prepareRunStrip(['none', 'pass', 'warn', 'fail'], 4)
    expect(bars.map((bar) => [bar.x, bar.height, bar.y])).toEqual([
      [0, 2, 14],
      [6, 6, 10],
      [12, 11, 5],
      [18, 16, 0],
    ])
  })

  it('stands at the end when there were fewer runs, and is as wide as always', () => {
    const { bars, width } = prepareRunStrip(['pass'])
    expect(bars[0]?.x).toBe(114)
    expect(width).toBe(118)
  })

  it('draws only the last ones and says the worst first', () => {
    const { bars, summary } = prepareRunStrip(['fail', 'pass', 'pass', 'fail'], 3)
    expect(bars).toHaveLength(3)
    expect(summary).toBe('Last 3 runs: 1 failed, 2 passed')
  })

  it('says that nothing ran', () => {
    expect(prepareRunStrip([]).summary).toBe('No runs yet')
  })
})
