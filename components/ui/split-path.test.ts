import { describe, expect, it } from 'vitest'
import { shortenHash } from './shorten-hash'
import { splitPath } from './split-path'

describe('splitPath', () => {
  it('sets the last segment apart and keeps the dot with the prefix', () => {
    expect(splitPath('salesforce.contact.email')).toEqual({ prefix: 'salesforce.contact.', last: 'email' })
    expect(splitPath('email')).toEqual({ prefix: '', last: 'email' })
  })

  it('takes segments as they are, dots and all', () => {
    expect(splitPath(['public', 'a.b'])).toEqual({ prefix: 'public.', last: 'a.b' })
  })
})

describe('shortenHash', () => {
  it('cuts the middle and only when that makes it shorter', () => {
    expect(shortenHash('9f2cdeadbeefa71e')).toBe('9f2c…a71e')
    expect(shortenHash('c-01JCF3')).toBe('c-01JCF3')
  })

  it('keeps the name of the algorithm apart', () => {
    expect(shortenHash('sha256:9f2cdeadbeefa71e')).toBe('sha256 9f2c…a71e')
  })
})
