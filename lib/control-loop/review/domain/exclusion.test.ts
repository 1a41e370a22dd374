import { describe, expect, it } from 'vitest'
import { describeExclusion } from './describe-exclusion'
import { type Exclusion, findExclusion, isPatternNarrow, matchesPattern, suggestPattern } from './exclusion'

const now = new Date('2026-11-25T10:00:00Z')
const exclusion = (overrides: Partial<Exclusion> = {}): Exclusion => ({
  id: 'x',
  service: 'postgres',
  connectionId: 'c-1',
  schema: 'public',
  table: 'customer',
  column: 'fax',
  pattern: null,
  actionKinds: ['set-column-enabled'],
  expiresAt: null,
  ...overrides,
})
const object = {
  service: 'postgres',
  connectionId: 'c-1',
  schema: 'public',
  table: 'customer',
  column: 'fax',
  actionKinds: ['set-column-enabled'],
}
const anywhere = { connectionId: null, schema: null, table: null, column: null }

describe('matchesPattern', () => {
  it.each([
    ['fax_2', 'fax_*', true],
    ['FAX_2', 'fax_*', true],
    ['telefax_2', 'fax_*', false],
    ['work_email', '*_email', true],
    ['email', '*_email', false],
    ['a_b_c', 'a*b*c', true],
    ['a_c_b', 'a*b*c', false],
    ['aba', 'ab*ba', false],
    ['fax', 'fax', true],
    ['fa.x', 'fa.x', true],
    ['faex', 'fa.x', false],
    ['a'.repeat(5000), `${'a*'.repeat(49)}b`, false],
  ])('%s against %s is %s', (name, pattern, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected)
  })
})

describe('findExclusion', () => {
  it.each<[string, Partial<Exclusion>, Partial<typeof object>, boolean]>([
    ['the object itself', {}, {}, true],
    ['another column', {}, { column: 'phone' }, false],
    ['the same name in another connection', {}, { connectionId: 'c-2' }, false],
    ['a name like it in another connection', { ...anywhere, pattern: 'fax*' }, { connectionId: 'c-2' }, true],
    ['a name like it in another connector', { ...anywhere, pattern: 'fax*' }, { service: 'stripe' }, false],
    ['another kind of action', {}, { actionKinds: ['set-column-hashed'] }, false],
    ['more than was refused', {}, { actionKinds: ['set-column-enabled', 'set-column-key'] }, false],
    ['one that is over', { expiresAt: now }, {}, false],
    ['one that is not over', { expiresAt: new Date(now.getTime() + 1) }, {}, true],
  ])('%s', (_what, overrides, asked, isFound) => {
    expect(findExclusion([exclusion(overrides)], { ...object, ...asked }, now) !== null).toBe(isFound)
  })
})

it('suggests a pattern that keeps what a name is about', () => {
  expect(['email_2', 'work_email', 'fax', 'c1d22'].map(suggestPattern)).toEqual(['email_*', '*_email', 'fax', 'c*d*'])
  expect([isPatternNarrow('*'), isPatternNarrow('*a*'), isPatternNarrow('*_email')]).toEqual([false, false, true])
})

it('says what is not proposed in one sentence', () => {
  const row = { ...exclusion(), connectionName: 'orders' }
  expect(describeExclusion(row)).toBe('Not proposed: to switch `public.customer.fax` in `orders`')
  expect(describeExclusion({ ...row, ...anywhere, pattern: 'fax*', actionKinds: ['set-column-hashed'] })).toBe(
    'Not proposed: to hash names like `fax*` in postgres',
  )
})
