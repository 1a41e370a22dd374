import { describe, expect, it } from 'vitest'
import { normaliseName } from './normalise-name'

describe('application naming', () => {
  it.each([
    ['userData', 'user_data'],
    ['user-data', 'user_data'],
    ['user.data', 'user_data'],
    ['col__1', 'col_1'],
    ['col - 4', 'col_4'],
    ['HTTPServer', 'http_server'],
    ['Loyalty_Tier__c', 'loyalty_tier_c'],
    ['Größe', 'grosse'],
    ['naïveÉté', 'naive_ete'],
    ['2fa', '_2fa'],
  ])('column %s becomes %s', (source, destination) => {
    expect(normaliseName(source, 'application', 'column')).toBe(destination)
  })

  it('drops leading underscores of tables only', () => {
    expect(normaliseName('__Account', 'application', 'table')).toBe('account')
    expect(normaliseName('_Account', 'application', 'column')).toBe('_account')
  })

  it('keeps the underscore a table name needs before a digit', () => {
    expect(normaliseName('2024_orders', 'application', 'table')).toBe('_2024_orders')
  })
})

describe('database naming', () => {
  it('neither splits camelCase nor collapses underscores', () => {
    expect(normaliseName('createdAt', 'database', 'column')).toBe('createdat')
    expect(normaliseName('col__1', 'database', 'column')).toBe('col__1')
  })
})
