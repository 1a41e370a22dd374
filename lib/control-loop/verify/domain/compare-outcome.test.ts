import { describe, expect, it } from 'vitest'
import { extractBeforeState } from '@/lib/control-loop/apply/domain/extract-before-state'
import { planSteps } from '@/lib/control-loop/apply/domain/plan-steps'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { compareOutcome, compareRest } from './compare-outcome'

const at = { schema: 'public', table: 'customer', column: 'email' }
const actions: Action[] = [
  { kind: 'set-column-hashed', ...at, hashed: true },
  { kind: 'accept-changes', changeIds: ['c1'] },
]
const stateOf = (email: object) => extractBeforeState(actions, makeTree({ customer: makeTable({ email }) }), false)
const plan = planSteps(actions, stateOf({}), '')

describe('compareOutcome', () => {
  it.each([
    ['held', stateOf({ hashed: true }), 'held'],
    ['not held', stateOf({ hashed: false }), 'broken'],
    ['gone meanwhile', stateOf({ inSource: false }), 'cannot-tell'],
  ])('says %s of each field the plan set, and nothing of our own records', (_name, fresh, outcome) => {
    expect(compareOutcome(plan, fresh)).toEqual([
      expect.objectContaining({ check: 'public.customer.email: hashed is yes', outcome }),
    ])
  })
})

describe('compareRest', () => {
  const counts = { tables: 3, columns: 40 }
  const setting = (column: string) => ({
    change: { kind: 'column-hash-changed' as const, path: { ...at, column }, base: false, revision: true },
    origin: 'outside' as const,
  })
  it('holds when only the planned path moved', () => {
    expect(compareRest(plan, [setting('email')], counts)).toMatchObject({
      outcome: 'held',
      detail: '3 tables, 40 columns',
    })
  })
  it('breaks when another setting moved', () => {
    expect(compareRest(plan, [setting('fax')], counts)).toMatchObject({
      outcome: 'broken',
      detail: expect.stringContaining('public.customer.fax'),
    })
  })
  it('does not hold facts of the source against the run', () => {
    const widened = {
      change: { kind: 'type-widened' as const, path: at, base: 'INT' as const, revision: 'LONG' as const },
      origin: 'source' as const,
    }
    expect(compareRest(plan, [widened], counts).outcome).toBe('held')
  })
})
