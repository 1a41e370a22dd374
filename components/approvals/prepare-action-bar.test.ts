import { describe, expect, test } from 'vitest'
import { approveConsequence, approveWords, barModeOf, closedSentence, joinRoles } from './prepare-action-bar'

describe('the action bar', () => {
  test('decides only before the gate and applies only behind it', () => {
    expect(barModeOf('in-review')).toBe('decide')
    expect(barModeOf('approved')).toBe('apply')
    expect(barModeOf('stale')).toBe('stale')
    expect(barModeOf('failed')).toBe('run')
    expect(barModeOf('expired')).toBe('closed')
  })

  test('says which of several people approves', () => {
    expect(approveWords({ approvals: 0, approvalsNeeded: 1 })).toBe('Approve')
    expect(approveWords({ approvals: 0, approvalsNeeded: 2 })).toBe('Approve as first of 2')
    expect(approveWords({ approvals: 1, approvalsNeeded: 2 })).toBe('Approve as second of 2')
  })

  test('says what still has to happen after an approval', () => {
    expect(approveConsequence({ approvals: 0, approvalsNeeded: 2 })).toContain('one more person has approved')
    expect(approveConsequence({ approvals: 1, approvalsNeeded: 2 })).toBe('Nothing runs until somebody presses Apply.')
  })

  test('joins roles into a sentence', () => {
    expect(joinRoles(['steward', 'admin'])).toBe('stewards and admins')
    expect(joinRoles(['admin'])).toBe('admins')
  })

  test('explains only states that are over', () => {
    expect(closedSentence('rejected')).toContain('Rejected')
    expect(closedSentence('in-review')).toBe('')
  })
})
