import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokeniseName } from './tokenise-name'

describe('tokeniseName', () => {
  const cases: [string, string[]][] = [
    ['acctId', ['account', 'id']],
    ['ACCT_ID', ['account', 'id']],
    ['account-ids', ['account', 'id']],
    ['userIDs', ['user', 'id']],
    ['HTTPCode', ['http', 'code']],
    ['addressLine2', ['address', 'line', '2']],
    ['cust_no', ['customer', 'number']],
    ['categories', ['category']],
    ['addresses', ['address']],
    ['status', ['status']],
    ['dob', ['birthdate']],
    ['Straße nº', ['straße', 'no'].map((word) => (word === 'no' ? 'number' : word))],
    ['créé_le', ['cree', 'le']],
    ['__', []],
    ['', []],
    ['constructor', ['constructor']],
  ]
  it.each(cases)('%s is %j', (name, words) => {
    expect(tokeniseName(name)).toEqual(words)
  })

  it('gives the same words for the same name joined by any separator', () => {
    const word = fc.stringMatching(/^[a-z]{4,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(tokeniseName(words.join('-'))).toEqual(tokeniseName(words.join('_')))
      }),
    )
  })
})
