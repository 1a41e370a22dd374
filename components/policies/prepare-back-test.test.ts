import { describe, expect, it } from 'vitest'
import type { BackTestResponse } from '@/lib/control-loop/policy/contract'
import { countRows, regretSentence, strictnessSentence } from './prepare-back-test'

const none = { edited: 0, rejected: 0, failed: 0, 'taken-back': 0 }
const result: BackTestResponse = {
  cases: 20,
  since: null,
  present: { automatic: 2, queued: 18, blocked: 0, automaticThen: none },
  draft: { automatic: 7, queued: 12, blocked: 1, automaticThen: { ...none, rejected: 1, 'taken-back': 2 } },
  differences: [],
  differencesTotal: 6,
  changed: [],
  compared: { cases: 180, stricter: 9, looser: 3, newlyAllowed: 3 },
}

describe('a back-test in words', () => {
  it('puts both policies beside each other', () => {
    expect(countRows(result)).toEqual([
      { label: 'By itself', present: 2, draft: 7, moved: 5 },
      { label: 'By people', present: 18, draft: 12, moved: -6 },
      { label: 'Blocked', present: 0, draft: 1, moved: 1 },
    ])
  })
  it('says what people thought of what would have gone by itself', () => {
    expect(regretSentence(result.draft)).toBe(
      'Of 7 cases that would have gone by themselves: 1 rejected and 2 taken back in truth.',
    )
    expect(regretSentence(result.present)).toContain('people wanted none otherwise')
    expect(regretSentence({ ...result.present, automatic: 0 })).toBeNull()
  })
  it('says whether the draft is stricter', () => {
    expect(strictnessSentence(result)).toBe(
      'Stricter for 9, looser for 3 of 180 kinds of case; 3 of them may go by themselves.',
    )
    expect(
      strictnessSentence({ ...result, compared: { cases: 180, stricter: 0, looser: 0, newlyAllowed: 0 } }),
    ).toContain('Neither')
  })
})
