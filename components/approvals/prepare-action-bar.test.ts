import { describe, expect, test } from 'vitest'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import {
  approveConsequence,
  approveWords,
  barModeOf,
  closedSentence,
  joinRoles,
  sendSentence,
} from './prepare-action-bar'

describe('the action bar', () => {
  test('decides only before the gate and applies only behind it', () => {
    const mode = (state: ProposalDetail['state']) => barModeOf({ state, difference: null })
    expect(mode('in-review')).toBe('decide')
    expect(mode('approved')).toBe('apply')
    expect(mode('stale')).toBe('stale')
    expect(mode('failed')).toBe('run')
    expect(mode('expired')).toBe('closed')
  })

  test('offers neither approval nor apply once the live state moved', () => {
    const difference = [{ path: 'a', field: 'synced', reviewed: 'yes', live: 'no', proposed: null }]
    expect(barModeOf({ state: 'in-review', difference })).toBe('stale')
    expect(barModeOf({ state: 'approved', difference })).toBe('stale')
    expect(barModeOf({ state: 'failed', difference })).toBe('run')
  })

  test('counts what will be sent', () => {
    const step = { index: 0, title: '', applyPath: 'fivetran-api' as const, actions: [], moves: [], reverse: [] }
    expect(sendSentence([{ ...step, request: null }])).toContain('nothing outside')
    expect(sendSentence([{ ...step, request: { method: 'PATCH', path: '/', body: {} } }])).toBe(
      'Sends 1 request to Fivetran.',
    )
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
