import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, type NameSimilarity } from './name-similarity'
import { tokeniseName } from './tokenise-name'

const compare = (from: string, to: string) => compareNames(tokeniseName(from), tokeniseName(to))

describe('compareNames', () => {
  const cases: [string, string, NameSimilarity['relation']][] = [
    ['acct_id', 'accountId', 'same'],
    ['user_name', 'username', 'same'],
    ['date_created', 'created_date', 'reordered'],
    ['recieved_at', 'received_at', 'typo'],
    ['mgmt_fee', 'management_fee', 'typo'],
    ['email', 'email_address', 'contained'],
    ['billing_city', 'billing_town', 'overlap'],
    ['order_id', 'invoice_id', 'apart'],
    ['', 'x', 'apart'],
  ]
  it.each(cases)('%s and %s are %s', (from, to, relation) => {
    expect(compare(from, to).relation).toBe(relation)
  })

  it.each([
    ['start_date', 'end_date'],
    ['created_at', 'updated_at'],
    ['address_1', 'address_2'],
    ['billing_city', 'shipping_city'],
    ['min_price', 'max_price'],
  ])('%s and %s stand side by side', (from, to) => {
    expect(compare(from, to).opposed).not.toBeNull()
  })

  it('is symmetric in score and stays between nothing and all', () => {
    const name = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(name, name, (from, to) => {
        const { score } = compare(from, to)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(compare(to, from).score).toBeCloseTo(score, 10)
      }),
    )
  })
})
