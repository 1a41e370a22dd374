import { describe, expect, test } from 'vitest'
import { makeStep } from './make-run'
import { openStepIndex, prepareStepPhases, stepOutcomeOf, stepTookMs } from './prepare-step-phases'

const times = {
  intentAt: '2026-11-12T10:42:00.114Z',
  lookedAt: '2026-11-12T10:42:00.530Z',
  calledAt: '2026-11-12T10:42:01.951Z',
}
const states = (step: ReturnType<typeof makeStep>, isRunning = true) =>
  prepareStepPhases(step, isRunning).map(({ state }) => state)

describe('prepareStepPhases', () => {
  test('is at the read-back once the call was recorded', () => {
    const step = makeStep({ state: 'called', ...times, callStatus: 200, callTookMs: 1421 })
    expect(states(step)).toEqual(['done', 'done', 'done', 'current', 'ahead'])
    expect(prepareStepPhases(step, true)[2]?.fact).toBe('200 in 1.4 s')
  })

  test('made no call when it was already so', () => {
    const step = makeStep({ state: 'already-so', intentAt: times.intentAt, lookedAt: times.lookedAt })
    expect(states(step)).toEqual(['done', 'done', 'skipped', 'done', 'done'])
  })

  test('failed at the phase after the last one recorded', () => {
    expect(states(makeStep({ state: 'failed', intentAt: times.intentAt, lookedAt: times.lookedAt }))).toEqual([
      'done',
      'done',
      'failed',
      'ahead',
      'ahead',
    ])
  })

  test('touches nothing outside when it is the catalog’s', () => {
    const inside = makeStep({ state: 'done', intentAt: times.intentAt })
    expect(states({ ...inside, step: { ...inside.step, applyPath: 'catalog' } })).toEqual([
      'done',
      'skipped',
      'skipped',
      'skipped',
      'done',
    ])
  })
})

describe('the table of steps', () => {
  test('calls what waited untouched once the run is over', () => {
    expect(stepOutcomeOf('waits', 'applying')).toEqual({ outcome: 'waits' })
    expect(stepOutcomeOf('waits', 'failed')).toEqual({ outcome: 'skipped' })
    expect(stepOutcomeOf('called', 'applying')).toEqual({ outcome: 'running', word: 'Reading back' })
    expect(stepOutcomeOf('called', 'failed').word).toBe('Read again first')
  })

  test('opens the step under way or the one that failed', () => {
    const done = makeStep({ state: 'done' })
    expect(openStepIndex([done, makeStep({ index: 1, state: 'looked' })])).toBe(1)
    expect(openStepIndex([makeStep({ state: 'failed' }), makeStep({ index: 1 })])).toBe(0)
    expect(openStepIndex([done])).toBeNull()
  })

  test('measures from the intent to the last record', () => {
    expect(stepTookMs(makeStep({ state: 'called', ...times }))).toBe(1837)
    expect(stepTookMs(makeStep())).toBeNull()
  })
})
