import { describe, expect, it } from 'vitest'
import { planDelivery } from './webhook-faults'

const dial = { duplicate: 0.2, reorder: 0.3, late: 0.1, lost: 0.05, seed: 3 }
const plans = Array.from({ length: 10_000 }, (_, number) => planDelivery(dial, number))
const share = (what: string) => plans.filter(({ faults }) => faults.includes(what)).length / plans.length

describe('planDelivery', () => {
  it('throws each fault as often as the dial says', () => {
    expect(share('lost')).toBeCloseTo(0.05, 1)
    expect(share('late')).toBeCloseTo(0.1, 1)
    expect(share('duplicate')).toBeCloseTo(0.2, 1)
    expect(plans.every(({ delaysMs, faults }) => (delaysMs.length === 0) === faults.includes('lost'))).toBe(true)
  })

  it('is the same for the same seed and another for another', () => {
    expect(planDelivery(dial, 17)).toEqual(plans[17])
    const others = plans.map((_, number) => planDelivery({ ...dial, seed: 4 }, number))
    expect(others).not.toEqual(plans)
  })

  it('lets everything through without a dial', () => {
    expect(planDelivery(null, 1)).toEqual({ delaysMs: [0], faults: [] })
  })
})
