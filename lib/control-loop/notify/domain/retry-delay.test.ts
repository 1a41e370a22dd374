import { describe, expect, it } from 'vitest'
import { retryDelay } from './retry-delay'

describe('retryDelay', () => {
  it('waits longer after each failure and gives up after about three days', () => {
    const delays: number[] = []
    for (let failures = 1; ; failures += 1) {
      const delay = retryDelay(failures, 0)
      if (delay === null) break
      delays.push(delay)
    }
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
    const days = delays.reduce((sum, one) => sum + one, 0) / 86_400
    expect(days).toBeGreaterThan(2)
    expect(days).toBeLessThan(4)
  })

  it('spreads by at most a tenth, and waits as long as the receiver asks', () => {
    expect(retryDelay(3, 1)).toBe(330)
    expect(retryDelay(1, 0, 120)).toBe(120)
    expect(retryDelay(4, 0, 120)).toBe(600)
  })
})
