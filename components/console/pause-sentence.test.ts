import { describe, expect, it } from 'vitest'
import type { CallPause } from '@/lib/control-loop/connection/contract'
import { pauseSentence } from './pause-sentence'

const now = new Date('2026-11-12T10:42:00Z')
const ahead = '2026-11-12T10:42:30Z'
const flowing: CallPause = { heldUntil: null, breaker: 'closed', failures: 0, restUntil: null, restReason: null }

describe('pauseSentence', () => {
  it('says nothing while calls leave as they come', () => {
    expect(pauseSentence(flowing, now)).toBeNull()
    expect(pauseSentence({ ...flowing, failures: 2 }, now)).toBeNull()
  })

  it('names the failures and the next try', () => {
    const resting: CallPause = { ...flowing, breaker: 'open', failures: 6, restUntil: ahead }
    expect(pauseSentence(resting, now)).toBe('Paused after 6 failures in a row, next try 10:42:30')
    expect(pauseSentence(resting, new Date(ahead))).toBe('Paused after 6 failures in a row, the next call tries again')
  })

  it('says that one call tries', () => {
    expect(pauseSentence({ ...flowing, breaker: 'trying', failures: 7 }, now)).toBe(
      'Paused after 7 failures in a row, the next call tries again',
    )
  })

  it('names the end of a silence that was asked for, and no end that is over', () => {
    expect(pauseSentence({ ...flowing, heldUntil: ahead }, now)).toBe('On hold until 10:42:30, as Fivetran asked')
    expect(pauseSentence({ ...flowing, heldUntil: ahead }, new Date(ahead))).toBeNull()
  })
})
