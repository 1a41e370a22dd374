import { describe, expect, it } from 'vitest'
import type { CallBudget } from '@/lib/control-loop/connection/contract'
import { limitBounds, prepareCallUse, shareWords } from './prepare-call-use'

const budget: CallBudget = {
  requestsPerHourMax: 5_000,
  sourcePerHourMax: 1_001,
  sourcePerMinuteMax: 100,
  requestsLeft: 2_412,
  sourceHourLeft: 500,
  sourceMinuteLeft: 0,
  sourceLeft: 0,
  heldUntil: null,
  breaker: 'closed',
  failures: 0,
  restUntil: null,
  restReason: null,
}

describe('prepareCallUse', () => {
  it('measures each bucket against what it holds, which is half of its limit', () => {
    expect(prepareCallUse(budget)).toMatchObject([
      { name: 'requestsPerHourMax', capacity: 2_500, used: 88, ready: 2_412 },
      { name: 'sourcePerHourMax', capacity: 500, used: 0, ready: 500 },
      { name: 'sourcePerMinuteMax', capacity: 50, used: 50, ready: 0 },
    ])
  })

  it('never shows more than a bucket holds', () => {
    expect(prepareCallUse({ ...budget, requestsPerHourMax: 100 })[0]).toMatchObject({ used: 0, ready: 50 })
  })
})

describe('limitBounds', () => {
  it('are those of the contract', () => {
    expect(limitBounds('requestsPerHourMax')).toEqual({ min: 10, max: 20_000 })
    expect(limitBounds('sourcePerMinuteMax')).toEqual({ min: 10, max: 500 })
  })
})

describe('shareWords', () => {
  it('follows what is typed', () => {
    expect(shareWords('5000', 20_000)).toBe('25 %')
    expect(shareWords('10', 20_000)).toBe('less than 1 %')
  })

  it('is silent on what is no number', () => {
    for (const text of ['', 'many', '-4', '0']) expect(shareWords(text, 20_000)).toBeNull()
  })
})
