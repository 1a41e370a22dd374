import { describe, expect, it } from 'vitest'
import { describeBackTest } from './describe-back-test'

const none = { told: 0, silent: 3, alarms: 0, days: null, alarmsPerMonth: null, alarmsPerMonthMax: null }

describe('describeBackTest', () => {
  it('says what is expected, and that it cannot tell', () => {
    expect(describeBackTest(none)).toMatch(/cannot tell/)
    expect(describeBackTest({ ...none, told: 1 })).toMatch(/0 of 1 measurement \(3 could not tell\); too little/)
    expect(
      describeBackTest({
        ...none,
        silent: 0,
        told: 60,
        alarms: 1,
        days: 30,
        alarmsPerMonth: 0.98,
        alarmsPerMonthMax: 4.55,
      }),
    ).toBe('It would have alarmed in 1 of 60 measurements: about 1 alarms a month, at most 4.5 (95 %).')
  })
})
