import { describe, expect, it } from 'vitest'
import { linesOf, type PriceLine, pricesOf } from './prepare-prices'

const line = (part: Partial<PriceLine>): PriceLine => ({
  key: 'a',
  model: 'gpt-5-mini',
  input: '0.25',
  output: '2',
  isEmbedding: false,
  ...part,
})

describe('pricesOf', () => {
  it('gives back what was stored', () => {
    const prices = [
      { model: 'gpt-5-mini', inputMicrosPerMillion: 250_000, outputMicrosPerMillion: 2_000_000, isEmbedding: false },
      { model: 'embed', inputMicrosPerMillion: 20_000, outputMicrosPerMillion: 0, isEmbedding: true },
    ]
    expect(pricesOf(linesOf(prices)).prices).toEqual(prices)
  })

  it('takes zero as a price and leaves an empty line out', () => {
    const { prices } = pricesOf([
      line({ input: '0', output: '0' }),
      line({ key: 'b', model: '', input: '', output: '' }),
    ])
    expect(prices).toEqual([
      { model: 'gpt-5-mini', inputMicrosPerMillion: 0, outputMicrosPerMillion: 0, isEmbedding: false },
    ])
  })

  it('refuses a line without a model, a model twice, and what is no amount', () => {
    const { prices, problems } = pricesOf([
      line({}),
      line({ key: 'b' }),
      line({ key: 'c', model: ' ' }),
      line({ key: 'd', model: 'x', input: 'free', output: '' }),
    ])
    expect(prices).toBeNull()
    expect(problems.map(({ key, field }) => `${key} ${field}`)).toEqual(['b model', 'c model', 'd input', 'd output'])
  })
})
