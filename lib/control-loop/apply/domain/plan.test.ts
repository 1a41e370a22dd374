import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { compareBeforeStates } from './compare-before-states'
import { extractBeforeState, tablesToRead } from './extract-before-state'
import { hashBeforeState, hashPlan } from './hash-plan'
import { holdsStep, judgeStep } from './judge-step'
import { planSteps } from './plan-steps'

const at = (column: string) => ({ schema: 'public', table: 'customer', column })
const hash: Action = { kind: 'set-column-hashed', ...at('email'), hashed: true }
const exclude: Action = { kind: 'set-column-enabled', ...at('fax'), enabled: false }
const treeWith = (email: object = {}, fax: object = {}) => makeTree({ customer: makeTable({ email, fax }) })
const actions = [hash, exclude]
const before = extractBeforeState(actions, treeWith(), false)
const steps = planSteps(actions, before, 'public.customer')

describe('extractBeforeState', () => {
  it('reads the same state whatever the order of the actions', () => {
    expect(extractBeforeState([exclude, hash], treeWith(), false)).toEqual(before)
  })
  it('leaves out settings of a column that is gone: they bind nothing', () => {
    const one = extractBeforeState([hash], treeWith({ inSource: false, enabled: true }), false)
    const other = extractBeforeState([hash], treeWith({ inSource: false, enabled: false, hashed: true }), false)
    expect(hashBeforeState(one)).toBe(hashBeforeState(other))
    expect(one.objects[0]).toMatchObject({ presence: 'deleted', enabled: null })
  })
  it('does not look at pausing unless an action touches it', () => {
    expect(before.paused).toBeNull()
    expect(extractBeforeState([{ kind: 'pause-connection' }], treeWith(), false).paused).toBe(false)
  })
  it('names each touched table once', () => {
    expect(tablesToRead(actions)).toEqual([{ schema: 'public', table: 'customer' }])
  })
})

describe('planSteps', () => {
  it('puts pausing first, settings together, re-syncs after them, resuming later and our own records last', () => {
    const all: Action[] = [
      { kind: 'accept-changes', changeIds: ['c1'] },
      { kind: 'resync-table', schema: 'public', table: 'customer' },
      { kind: 'resume-connection' },
      hash,
      { kind: 'pause-connection' },
      exclude,
    ]
    const planned = planSteps(all, extractBeforeState(all, treeWith(), false), 'public.customer')
    expect(planned.map(({ actions: own }) => own.map(({ kind }) => kind))).toEqual([
      ['pause-connection'],
      ['set-column-hashed', 'set-column-enabled'],
      ['resync-table'],
      ['resume-connection'],
      ['accept-changes'],
    ])
    expect(planned.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
  })
  it('carries what undoes each step, made of the live values', () => {
    expect(steps[0]?.reverse).toEqual([
      { kind: 'set-column-hashed', ...at('email'), hashed: false },
      { kind: 'set-column-enabled', ...at('fax'), enabled: true },
    ])
  })
})

describe('judgeStep', () => {
  const step = steps[0]
  if (!step) throw new Error('There is a step')
  const live = (email: object, fax: object = {}) => extractBeforeState(actions, treeWith(email, fax), false)
  it.each([
    ['nothing was done', live({}), 'to-do', false],
    ['half was done', live({ hashed: true }), 'to-do', false],
    ['all was done', live({ hashed: true }, { enabled: false }), 'already-so', true],
    ['a column disappeared', live({ inSource: false }), 'changed-elsewhere', false],
  ])('when %s', (_name, state, outcome, holds) => {
    expect(judgeStep(step, state).outcome).toBe(outcome)
    expect(holdsStep(step, state)).toBe(holds)
  })
  it('never finds a re-sync already done: it leaves no trace', () => {
    const resync: Action[] = [{ kind: 'resync-table', schema: 'public', table: 'customer' }]
    const state = extractBeforeState(resync, treeWith(), false)
    const [only] = planSteps(resync, state, '')
    expect(only && judgeStep(only, state).outcome).toBe('to-do')
  })
})

describe('compareBeforeStates', () => {
  it('names path, field and the three values', () => {
    const moved = extractBeforeState(actions, treeWith({ enabled: false }), false)
    expect(compareBeforeStates(before, moved, steps)).toEqual([
      { path: 'public.customer.email', field: 'synced', reviewed: 'yes', live: 'no', proposed: null },
    ])
  })
  it('is empty exactly when the hashes are equal', () => {
    fc.assert(
      fc.property(
        fc.record({ enabled: fc.boolean(), hashed: fc.boolean(), inSource: fc.boolean() }),
        fc.record({ enabled: fc.boolean(), hashed: fc.boolean() }),
        (email, fax) => {
          const live = extractBeforeState(actions, treeWith(email, fax), false)
          expect(compareBeforeStates(before, live, steps).length === 0).toBe(
            hashBeforeState(before) === hashBeforeState(live),
          )
        },
      ),
    )
  })
})

describe('hashPlan', () => {
  it('is the same for the same plan and another for any other state, step or policy', () => {
    const plan = { before, steps, policyVersion: 1 }
    expect(hashPlan(plan)).toBe(hashPlan(structuredClone(plan)))
    const others = [
      { ...plan, policyVersion: 2 },
      { ...plan, steps: planSteps([hash], before, '') },
      { ...plan, before: extractBeforeState(actions, treeWith({ hashed: true }), false) },
    ]
    for (const other of others) expect(hashPlan(other)).not.toBe(hashPlan(plan))
  })
})
