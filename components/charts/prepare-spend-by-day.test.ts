import { describe, expect, it } from 'vitest'
import { monthEnd, prepareSpendByDay } from './prepare-spend-by-day'

const dollar = 1_000_000
const november = { from: '2026-11-01', to: '2026-11-30', today: '2026-11-12', monthBudgetMicros: 250 * dollar }
const spend = (day: number, micros: number) => ({
  day: `2026-11-${String(day).padStart(2, '0')}`,
  tasks: { 'draft-mapping': micros / 2, 'explain-changes': micros / 2 },
})

describe('prepareSpendByDay', () => {
  it('draws every day asked for and leaves others out', () => {
    const { bars, spentMicros } = prepareSpendByDay({
      ...november,
      days: [spend(1, 2 * dollar), { day: '2026-10-31', tasks: { 'draft-mapping': dollar } }],
    })
    expect(bars).toHaveLength(30)
    expect(bars[0]).toMatchObject({ label: '1 Nov', total: 2 * dollar, forecast: null })
    expect(spentMicros).toBe(2 * dollar)
  })

  it('knows a leap February', () => {
    const { bars } = prepareSpendByDay({ ...november, days: [], from: '2028-02-27', to: '2028-03-01' })
    expect(bars.map(({ day }) => day)).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'])
    expect(monthEnd('2028-02-10')).toBe('2028-02-29')
  })

  it('spreads the budget evenly, and has no line without one', () => {
    expect(prepareSpendByDay({ ...november, days: [] }).evenMicros).toBeCloseTo((250 * dollar) / 30)
    expect(prepareSpendByDay({ ...november, days: [], monthBudgetMicros: null }).evenMicros).toBeNull()
  })

  it('forecasts the rest at the average of days that are over, today apart', () => {
    const days = [...Array.from({ length: 11 }, (_, index) => spend(index + 1, 2 * dollar)), spend(12, 9 * dollar)]
    const { bars, forecastMicros, summary } = prepareSpendByDay({ ...november, days })
    expect(bars[11]?.forecast).toBeNull()
    expect(bars[12]?.forecast).toBe(2 * dollar)
    expect(forecastMicros).toBe((22 + 9 + 18 * 2) * dollar)
    expect(summary).toBe('$31.00 on 12 days, most on 12 Nov: $9.00. At this average it ends at $67.00.')
  })

  it('forecasts nothing in the first days, for a month that is over, and from nothing', () => {
    const early = { ...november, today: '2026-11-03' }
    expect(prepareSpendByDay({ ...early, days: [spend(1, dollar), spend(2, dollar)] }).forecastMicros).toBeNull()
    expect(prepareSpendByDay({ ...november, today: '2026-12-02', days: [spend(1, dollar)] }).forecastMicros).toBeNull()
    expect(prepareSpendByDay({ ...november, days: [] })).toMatchObject({
      forecastMicros: null,
      summary: 'Nothing was spent in these days.',
    })
  })

  it('lets a line far above the bars leave the axis, so that the bars stay readable', () => {
    expect(prepareSpendByDay({ ...november, days: [spend(1, dollar)] }).ticks.at(-1)).toBe(dollar)
    const { ticks } = prepareSpendByDay({ ...november, days: [spend(1, 8.7 * dollar)] })
    expect(ticks).toEqual([0, 2, 4, 6, 8, 10].map((dollars) => dollars * dollar))
  })
})
