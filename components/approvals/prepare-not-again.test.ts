import { expect, it } from 'vitest'
import { isNotAgainReady, startNotAgain, toNotAgain } from './prepare-not-again'

it('begins off, with a pattern that fits the name', () => {
  expect(startNotAgain('public.customer.fax_2')).toMatchObject({ isOn: false, pattern: 'fax_*' })
  expect(toNotAgain(startNotAgain('a.b.c'))).toBeNull()
})

it('sends the object or the pattern, for good or for 90 days', () => {
  const draft = { ...startNotAgain('public.customer.work_email'), isOn: true }
  expect(toNotAgain(draft)).toEqual({ scope: 'object', pattern: null, days: null })
  expect(toNotAgain({ ...draft, scope: 'pattern', time: 'days' })).toEqual({
    scope: 'pattern',
    pattern: '*_email',
    days: 90,
  })
  expect(isNotAgainReady({ ...draft, scope: 'pattern', pattern: '*' })).toBe(false)
})
