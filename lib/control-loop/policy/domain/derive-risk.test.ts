import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { deriveRisk } from './derive-risk'
import { evaluatePolicy } from './evaluate-policy'
import { defaultPolicy } from './policy'

const at = { schema: 'public', table: 'customer', column: 'email' }
const none = {
  sensitivePaths: new Set<string>(),
  severityOfChange: new Map<string, 'safe' | 'dangerous' | 'breaking'>(),
}
const sensitive = { ...none, sensitivePaths: new Set(['public.customer.email']) }
const include: Action = { kind: 'set-column-enabled', ...at, enabled: true }
const hash: Action = { kind: 'set-column-hashed', ...at, hashed: true }

describe('deriveRisk', () => {
  it.each<[string, Action[], typeof none, string]>([
    ['including a harmless column', [include], none, 'low'],
    ['including a personal column', [include], sensitive, 'high'],
    ['including a personal column hashed', [include, hash], sensitive, 'medium'],
    ['hashing', [hash], sensitive, 'medium'],
    ['unhashing', [{ ...hash, hashed: false } as Action], none, 'high'],
    ['excluding a column', [{ ...include, enabled: false } as Action], none, 'medium'],
    [
      'excluding a table',
      [{ kind: 'set-table-enabled', schema: 'public', table: 'customer', enabled: false }],
      none,
      'high',
    ],
    ['a re-sync', [{ kind: 'resync-table', schema: 'public', table: 'customer' }], none, 'high'],
    [
      'opening the handling of new things',
      [{ kind: 'set-change-handling', changeHandling: 'allow-all' }],
      none,
      'high',
    ],
    ['closing it', [{ kind: 'set-change-handling', changeHandling: 'block-all' }], none, 'medium'],
    [
      'accepting a safe change',
      [{ kind: 'accept-changes', changeIds: ['c1'] }],
      { ...none, severityOfChange: new Map([['c1', 'safe' as const]]) },
      'low',
    ],
    ['accepting an unknown change', [{ kind: 'accept-changes', changeIds: ['c9'] }], none, 'medium'],
  ])('rates %s', (_name, actions, signals, risk) => {
    expect(deriveRisk(actions, signals).risk).toBe(risk)
  })

  it('covers inclusion only by a hash of the very same column', () => {
    const elsewhere: Action = { kind: 'set-column-hashed', ...at, table: 'lead', hashed: true }
    expect(deriveRisk([include, elsewhere], sensitive).risk).toBe('high')
  })
})

describe('evaluatePolicy', () => {
  const input = {
    actions: [include],
    risk: { risk: 'low' as const, reasons: [] },
    signalsComplete: true,
    infeasible: 0,
    authorKind: 'rule' as const,
  }
  const accept: Action[] = [{ kind: 'accept-changes', changeIds: ['c1'] }]
  it.each([
    ['a low risk', input, 'require-review', 1],
    ['a high risk', { ...input, risk: { risk: 'high' as const, reasons: [] } }, 'require-review', 2],
    ['something that cannot be done', { ...input, infeasible: 1 }, 'block', 2],
    ['a safe acceptance drafted by a rule', { ...input, actions: accept }, 'allow', 0],
    [
      'a safe acceptance drafted by a person',
      { ...input, actions: accept, authorKind: 'person' as const },
      'require-review',
      1,
    ],
    [
      'a safe acceptance drafted by a model',
      { ...input, actions: accept, authorKind: 'model' as const },
      'require-review',
      1,
    ],
    [
      'a safe acceptance without every signal',
      { ...input, actions: accept, signalsComplete: false },
      'require-review',
      1,
    ],
  ])('decides on %s', (_name, given, decision, approvalsNeeded) => {
    expect(evaluatePolicy(given, defaultPolicy)).toMatchObject({ decision, approvalsNeeded })
  })

  it('accepts nothing by itself when the policy says so', () => {
    expect(evaluatePolicy({ ...input, actions: accept }, { ...defaultPolicy, acceptSafeChanges: false }).decision).toBe(
      'require-review',
    )
  })
})
