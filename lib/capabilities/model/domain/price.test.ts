import { describe, expect, it } from 'vitest'
import { chargeOf, costMicros, tokensAtMost } from './price'

const price = { inputMicrosPerMillion: 150_000, outputMicrosPerMillion: 600_000 }
const worst = { inputTokens: 1_000, outputTokens: 500 }

describe('costMicros', () => {
  it('is in whole micro-dollars, rounded up', () => {
    expect(costMicros({ inputTokens: 1_000_000, outputTokens: 1_000_000 }, price)).toBe(750_000)
    expect(costMicros({ inputTokens: 1, outputTokens: 0 }, price)).toBe(1)
    expect(costMicros({ inputTokens: 0, outputTokens: 0 }, price)).toBe(0)
  })
})

describe('tokensAtMost', () => {
  it('counts bytes, so that no text has more tokens', () => {
    expect(tokensAtMost('名前')).toBe(6 + 64)
  })
})

describe('chargeOf', () => {
  it.each([
    ['what is reported', { mayBeBilled: true, usage: { inputTokens: 100, outputTokens: 50 } }, 45, false],
    ['the worst case where nothing is reported', { mayBeBilled: true, usage: null }, 450, true],
    ['nothing where nothing can be billed', { mayBeBilled: false, usage: null }, 0, false],
    [
      'ten times the tokens as reported, and says so',
      { mayBeBilled: true, usage: { inputTokens: 100, outputTokens: 5_000 } },
      3_015,
      true,
    ],
  ])('charges %s', (_name, call, cost, noted) => {
    const charge = chargeOf({ ...call, price, worst })
    expect(charge.costMicros).toBe(cost)
    expect(charge.note !== null).toBe(noted)
  })
})
