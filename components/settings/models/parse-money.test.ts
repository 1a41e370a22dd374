import { describe, expect, it } from 'vitest'
import { moneyText, parseMoney } from './parse-money'

describe('parseMoney', () => {
  it.each([
    ['250', 250_000_000],
    ['$0.15', 150_000],
    [' 0.000001 ', 1],
    ['0', 0],
    ['1 000', 1_000_000_000],
    ['1,5', 1_500_000],
  ])('reads %j', (text, micros) => {
    expect(parseMoney(text)).toBe(micros)
  })

  it.each(['', '-1', '.5', '1.0000001', '1e3', 'ten', '1.2.3', 'NaN'])('refuses %j', (text) => {
    expect(parseMoney(text)).toBeNull()
  })
})

describe('moneyText', () => {
  it.each([0, 1, 150_000, 500_000, 1_250_000, 250_000_000, 999_999_999])(
    'writes %i so that it reads back',
    (micros) => {
      expect(parseMoney(moneyText(micros))).toBe(micros)
    },
  )

  it('has no more digits than needed, and never one', () => {
    expect([moneyText(500_000), moneyText(150_000), moneyText(2_000_000)]).toEqual(['0.50', '0.15', '2'])
  })
})
