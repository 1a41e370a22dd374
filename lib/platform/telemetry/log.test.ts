import { describe, expect, it } from 'vitest'
import { pickLogFields } from './log'

describe('the log', () => {
  it('keeps fields it knows and drops every other', () => {
    const picked = pickLogFields({ event: 'x', status: 200, body: 'row data', apiKey: 'canary', headers: { a: 1 } })
    expect(picked).toEqual({ event: 'x', status: 200 })
  })

  it('never unfolds an object under a known field', () => {
    expect(JSON.stringify(pickLogFields({ event: 'x', reason: { apiKey: 'canary' } }))).not.toContain('canary')
  })

  it('keeps what is needed of an error and its cause, and no property of theirs', () => {
    const error = Object.assign(
      new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'E1', body: 'canary' }) }),
      { request: 'canary' },
    )
    const text = JSON.stringify(pickLogFields({ event: 'x', err: error }))
    expect(text).toContain('outer')
    expect(text).toContain('"code":"E1"')
    expect(text).not.toContain('canary')
  })

  it('cannot be made to forge a line', () => {
    const line = JSON.stringify(pickLogFields({ event: 'x', reason: 'a\n{"event":"forged"}\u001b[31m' }))
    expect([...line].every((char) => char >= ' ')).toBe(true)
  })
})
