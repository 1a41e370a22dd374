import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'

type RunStep = ApplyRunDetail['steps'][number]

/** A step for tests: takes what matters to the case and fills the rest. */
export function makeStep(overrides: Partial<RunStep> & { index?: number } = {}): RunStep {
  const { index = 0, ...rest } = overrides
  return {
    step: {
      index,
      title: `Hash public.customer.c${index}`,
      applyPath: 'fivetran-api',
      actions: [{ kind: 'set-column-hashed', schema: 'public', table: 'customer', column: `c${index}`, hashed: true }],
      moves: [{ path: `public.customer.c${index}`, field: 'hashed', before: 'no', after: 'yes' }],
      request: { method: 'PATCH', path: '/v1/connections/c/schemas', body: {} },
      reverse: [{ kind: 'set-column-hashed', schema: 'public', table: 'customer', column: `c${index}`, hashed: false }],
    },
    state: 'waits',
    intentAt: null,
    lookedAt: null,
    calledAt: null,
    readBackAt: null,
    doneAt: null,
    callStatus: null,
    callTookMs: null,
    problem: null,
    ...rest,
  }
}

/** A run for tests, with `stepsDone` and `stepsTotal` counted from its steps. */
export function makeRun(overrides: Partial<ApplyRunDetail> = {}): ApplyRunDetail {
  const steps = overrides.steps ?? [makeStep()]
  return {
    id: 'r-1',
    number: 931,
    proposal: { id: 'p-1', number: 1485 },
    connection: { id: 'c-1', name: 'orders', service: 'postgres' },
    title: 'Hash public.customer.c0',
    state: 'applying',
    stepsDone: steps.filter(({ state }) => state === 'done' || state === 'already-so').length,
    stepsTotal: steps.length,
    startedByName: 'Ada',
    createdAt: '2026-11-12T10:41:50.000Z',
    finishedAt: null,
    problem: null,
    planHash: 'a'.repeat(64),
    revision: 1,
    startedAt: '2026-11-12T10:41:52.000Z',
    leaseUntil: null,
    workerId: 'w-1',
    approvedBy: [{ name: 'Priya', at: '2026-11-12T10:12:00.000Z' }],
    steps,
    difference: null,
    verification: null,
    wayBack: { level: 'full', sentence: 'Set it back in one step.' },
    log: [],
    correlationId: 'c-01',
    can: { stop: true, retry: false, revert: false, refusal: null },
    ...overrides,
  }
}
