import { describe, expect, it } from 'vitest'
import { prepareDistribution } from './prepare-distribution'
import { prepareMeasureByDay } from './prepare-measure-by-day'

describe('the distribution', () => {
  it('joins bins until they can be drawn and loses no row', () => {
    const bins = Array.from({ length: 52 }, (_, at) => ({
      label: null,
      low: at === 0 ? null : at,
      high: at === 51 ? null : at + 1,
      baseline: 1 / 52,
      current: at === 51 ? 1 : 0,
    }))
    const { bars, isNumeric, summary } = prepareDistribution(bins)
    expect(isNumeric).toBe(true)
    expect(bars).toHaveLength(18)
    expect(bars.reduce((sum, { baseline }) => sum + baseline, 0)).toBeCloseTo(100, 9)
    expect(bars[0]?.name).toBe('under 3')
    expect(bars.at(-1)?.name).toBe('51 and over')
    expect(summary).toContain('51 and over: 1.9 % before, 100.0 % now')
  })

  it('names what is left over as others', () => {
    const category = (label: string | null, baseline: number) => ({
      label,
      low: null,
      high: null,
      baseline,
      current: 0.5,
    })
    const { bars, isNumeric } = prepareDistribution([category('EUR', 0.9), category(null, 0.1)])
    expect([isNumeric, bars.map(({ name }) => name)]).toEqual([false, ['EUR', 'others']])
  })
})

describe('a measure by day', () => {
  it('keeps a gap a gap and leaves out marks beyond what was measured', () => {
    const mark = (at: string) => ({ at, label: 'R-1', title: 'Hash', href: '/' })
    const prepared = prepareMeasureByDay(
      [
        { at: '2026-11-01T00:00:00Z', value: 0.1 },
        { at: '2026-11-02T00:00:00Z', value: null },
        { at: '2026-11-03T00:00:00Z', value: 0.3 },
      ],
      [mark('2026-10-30T00:00:00Z'), mark('2026-11-02T12:00:00Z')],
      { name: 'PSI', watch: 0.1, over: 0.2 },
    )
    expect(prepared.points.map(({ value }) => value)).toEqual([0.1, null, 0.3])
    expect(prepared.marks).toHaveLength(1)
    expect(prepared.summary).toBe('PSI of 2 measurements, last 0.30, 1 at 0.2 or more')
  })
})
