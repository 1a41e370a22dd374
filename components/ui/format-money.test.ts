import { describe, expect, it } from 'vitest'
import { formatMoney } from './format-money'

describe('formatMoney', () => {
  it.each([
    [0, '$0'],
    [1, '<$0.001'],
    [499, '<$0.001'],
    [500, '$0.001'],
    [4_100, '$0.004'],
    [61_000, '$0.061'],
    [99_499, '$0.099'],
    [99_500, '$0.10'],
    [190_000, '$0.19'],
    [56_500_000, '$56.50'],
    [99_999_999, '$100.00'],
    [250_000_000, '$250'],
    [158_400_000, '$158.40'],
    [1_234_567_000, '$1\u00a0235'],
    [-4_700_000, '−$4.70'],
  ])('%i millionths are %s', (micros, words) => {
    expect(formatMoney(micros)).toBe(words)
  })
})
