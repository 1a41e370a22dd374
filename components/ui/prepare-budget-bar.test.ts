import { describe, expect, it } from 'vitest'
import { prepareBudgetBar } from './prepare-budget-bar'

describe('prepareBudgetBar', () => {
  it('draws what is spent, then what is reserved, then the tick of the forecast', () => {
    expect(prepareBudgetBar({ spent: 30, limit: 100, reserved: 10, forecast: 80 })).toEqual({
      spentPercent: 30,
      reservedPercent: 10,
      forecastPercent: 80,
      level: 'well',
    })
  })

  it('watches when the forecast passes the limit and keeps its tick inside', () => {
    expect(prepareBudgetBar({ spent: 70, limit: 100, forecast: 110 })).toMatchObject({
      forecastPercent: 99.6,
      level: 'watch',
    })
  })

  it('is over when spent passes the limit, and never wider than the bar', () => {
    expect(prepareBudgetBar({ spent: 130, limit: 100, reserved: 20 })).toMatchObject({
      spentPercent: 100,
      reservedPercent: 0,
      level: 'over',
    })
  })

  it('takes a limit of zero', () => {
    expect(prepareBudgetBar({ spent: 0, limit: 0 })).toMatchObject({ spentPercent: 0, level: 'well' })
    expect(prepareBudgetBar({ spent: 1, limit: 0 })).toMatchObject({ spentPercent: 100, level: 'over' })
  })
})
