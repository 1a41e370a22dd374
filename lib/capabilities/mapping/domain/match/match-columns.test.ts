import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchColumns } from './match-columns'

const columns = (...names: string[]) => names.map((name) => ({ name }))
const pairs = (source: string[], target: string[], table?: string) =>
  matchColumns(columns(...source), columns(...target), table).map((match) => `${match.source}→${match.target}`)

describe('matchColumns', () => {
  it('finds what the target puts before its names by itself', () => {
    expect(pairs(['id', 'name', 'created'], ['metric_id', 'metric_name', 'created_at']).sort()).toEqual([
      'created→created_at',
      'id→metric_id',
      'name→metric_name',
    ])
  })

  it('knows other words for the same, and leaves strangers alone', () => {
    expect(pairs(['email', 'zip', 'weight'], ['email_address', 'postal_code', 'loyalty_tier'])).toEqual(
      expect.arrayContaining(['email→email_address', 'zip→postal_code']),
    )
    expect(pairs(['weight'], ['loyalty_tier'])).toEqual([])
  })

  it('is told by types and samples where names are not enough', () => {
    const source = [
      { name: 'code', type: 'text', samples: ['DE', 'FR'] },
      { name: 'value', type: 'text', samples: ['x1', 'x2'] },
    ]
    const target = [
      { name: 'country_code', type: 'text', samples: ['FR', 'DE'] },
      { name: 'currency_code', type: 'text', samples: ['EUR', 'USD'] },
    ]
    expect(matchColumns(source, target)[0]).toMatchObject({ source: 'code', target: 'country_code' })
  })

  it('uses each column once, says the same in any order, and finds a table in itself', () => {
    const name = fc.stringMatching(/^[a-z]{2,6}(_[a-z]{2,6}){0,2}$/)
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), fc.uniqueArray(name, { maxLength: 8 }), (source, target) => {
        const found = matchColumns(columns(...source), columns(...target))
        expect(new Set(found.map((match) => match.source)).size).toBe(found.length)
        expect(new Set(found.map((match) => match.target)).size).toBe(found.length)
        const itself = matchColumns(columns(...source), columns(...source))
        expect(itself.every((match) => match.source === match.target)).toBe(true)
        expect(itself).toHaveLength(source.length)
      }),
    )
  })
})
