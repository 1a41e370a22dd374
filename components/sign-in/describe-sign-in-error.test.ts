import { describe, expect, it } from 'vitest'
import { describeSignInError, refusalSentence } from './describe-sign-in-error'
import { safeReturnPath } from './safe-return-path'

describe('describeSignInError', () => {
  it.each([
    ['CredentialsSignin', 401, 'That e-mail and password do not match.'],
    [undefined, 401, 'That e-mail and password do not match.'],
    ['throttled:8', 401, 'Too many tries. Next try in 8 s.'],
    ['fetch failed', 0, 'Headgate does not answer. What you typed is kept; try again in a moment.'],
  ])('%s with %s says: %s', (error, status, sentence) => {
    const refusal = describeSignInError(error, status)
    expect(refusalSentence(refusal, refusal.waitSeconds)).toBe(sentence)
  })

  it('says when the wait is over', () => {
    expect(refusalSentence({ kind: 'throttled', waitSeconds: 8 }, 0)).toBe('You can try again now.')
  })
})

describe('safeReturnPath', () => {
  it.each([
    ['/approvals/P-1?view=mine', '/approvals/P-1?view=mine'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in', '/'],
    [undefined, '/'],
  ])('%s goes to %s', (asked, expected) => {
    expect(safeReturnPath(asked)).toBe(expected)
  })
})
