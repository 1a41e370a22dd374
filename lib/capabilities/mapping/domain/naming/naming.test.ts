import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationName } from './destination-name'
import { findCollisions } from './find-collisions'
import { mergeGlossary, proposeStandardNames } from './propose-standard-names'

describe('destinationName', () => {
  it.each([
    [['userData'], 'user_data'],
    [['user-data'], 'user_data'],
    [['col__1'], 'col_1'],
    [['col - 4'], 'col_4'],
    [['address', 'line1'], 'address_line_1'],
    [['AccountID'], 'account_id'],
    [['UpdatedDateUTC'], 'updated_date_utc'],
    [['CISDeduction'], 'cisdeduction'],
    [['28d_click'], '_28_d_click'],
    [['video_p25_watched'], 'video_p_25_watched'],
    [['Straße'], 'strasse'],
    [['Имя'], 'imya'],
    [['_id'], '_id'],
    [['Amount (€)'], 'amount_'],
  ])('%j becomes %s', (path, name) => {
    expect(destinationName(path)).toBe(name)
  })

  it('leaves words of databases whole', () => {
    expect(destinationName(['createdAt'], 'database')).toBe('createdat')
    expect(destinationName(['a__b1'], 'database')).toBe('a__b1')
  })

  it('drops what stands before a table, but guards a digit', () => {
    expect(destinationName(['__Users'], 'application', 'table')).toBe('users')
    expect(destinationName(['_1st'], 'application', 'table')).toBe('_1_st')
  })

  it('is done once: a name is its own name, and fits where names go', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('application' as const, 'database' as const),
        (text, rules) => {
          const name = destinationName([text], rules)
          expect(destinationName([name], rules)).toBe(name)
          expect(name).toMatch(/^[a-z_][a-z0-9_]*$/)
        },
      ),
    )
  })
})

it('findCollisions names the sources that meet', () => {
  expect(findCollisions([['userData'], ['user.data'], ['other']])).toEqual([
    { name: 'user_data', sources: ['userData', 'user.data'] },
  ])
})

describe('proposeStandardNames', () => {
  const best = (table: string, name: string, type?: string) => proposeStandardNames({ table, name, type })[0]?.name
  it.each([
    ['orders', 'acct_id', undefined, 'account_id'],
    ['users', 'user_metadata__preferences', undefined, 'user_preferences'],
    ['customers', 'id', undefined, 'customer_id'],
    ['orders', 'created', 'timestamp', 'created_at'],
    ['orders', 'createdDate', 'timestamptz', 'created_at'],
    ['users', 'active', 'boolean', 'is_active'],
    ['users', 'has_logo', 'boolean', 'has_logo'],
    ['account', 'Invoice_Amt__c', undefined, 'invoice_amount'],
  ])('%s.%s (%s) is %s', (table, name, type, expected) => {
    expect(best(table, name, type)).toBe(expected)
  })

  it('takes a team at its word', () => {
    const glossary = mergeGlossary([
      ['lpa', 'last_price_adjustment'],
      ['acct', ''],
    ])
    expect(proposeStandardNames({ table: 't', name: 'lpa_acct' }, glossary)[0]?.name).toBe('last_price_adjustment_acct')
  })

  it('always proposes something usable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (table, name) => {
        const proposals = proposeStandardNames({ table, name })
        expect(proposals.length).toBeGreaterThan(0)
      }),
    )
  })
})
