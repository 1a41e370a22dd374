import { describe, expect, it } from 'vitest'
import { bindingsOf, differenceOf, jsonOf, reasonOf } from './prepare-event'

describe('reasonOf', () => {
  it('takes the first sentence that is one', () => {
    expect(reasonOf({ reason: null, why: 'live state moved' })).toBe('live state moved')
    expect(reasonOf({ role: 'admin' })).toBeNull()
  })
})

describe('bindingsOf', () => {
  it('names hashes and versions in a fixed order', () => {
    const hash = 'a'.repeat(64)
    expect(bindingsOf({ planHash: hash, revision: 2, policyVersion: 7 })).toEqual([
      { term: 'Revision', value: '2', isHash: false },
      { term: 'Plan', value: hash, isHash: true },
      { term: 'Policy', value: 'version 7', isHash: false },
    ])
  })
})

describe('differenceOf', () => {
  it('pairs before and after', () => {
    expect(differenceOf({ before: 'viewer', after: 'steward' }).map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', 'value: viewer'],
      ['added', 'value: steward'],
    ])
  })

  it('pairs a name with its Before', () => {
    expect(differenceOf({ risk: 'high', riskBefore: 'low' }).map(({ text }) => text)).toEqual([
      'risk: low',
      'risk: high',
    ])
  })

  it('lists the fields a step moved', () => {
    const moves = [{ path: 'crm.contact.email', field: 'hashed', before: 'no', after: 'yes' }]
    expect(differenceOf({ moves }).map(({ text }) => text)).toEqual([
      'crm.contact.email hashed: no',
      'crm.contact.email hashed: yes',
    ])
  })

  it('is empty for an event that tells of no value', () => {
    expect(differenceOf({ method: 'password' })).toEqual([])
  })
})

describe('jsonOf', () => {
  it('spells out what cannot be seen', () => {
    expect(jsonOf({ name: 'a\u202eb' })).toContain('⟨U+202E⟩')
  })
})
