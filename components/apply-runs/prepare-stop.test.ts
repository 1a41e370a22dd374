import { describe, expect, test } from 'vitest'
import { makeStep } from './make-run'
import { nameSteps, prepareStop } from './prepare-stop'

describe('nameSteps', () => {
  test.each([
    [[0], 'Step 1'],
    [[0, 1], 'Steps 1 and 2'],
    [[0, 1, 2], 'Steps 1 to 3'],
    [[0, 1, 2, 4], 'Steps 1 to 3 and 5'],
  ])('%j', (indexes, words) => {
    expect(nameSteps(indexes)).toBe(words)
  })
})

describe('prepareStop', () => {
  test('tells what holds, what is in doubt and what is untouched', () => {
    const facts = prepareStop({
      steps: [
        makeStep({ index: 0, state: 'done' }),
        makeStep({ index: 1, state: 'already-so' }),
        makeStep({ index: 2, state: 'called', calledAt: '2026-11-12T10:42:01Z' }),
        makeStep({ index: 3 }),
      ],
    })
    expect(facts.holds).toBe('Steps 1 and 2.')
    expect(facts.readAgain).toContain('Step 3.')
    expect(facts.untouched).toBe('Step 4.')
    expect(facts.waysOut).toBe('Continue from step 3, or propose to revert step 1, which needs its own approval.')
  })

  test('a step refused before its call is untouched, one that failed after it is in doubt', () => {
    expect(prepareStop({ steps: [makeStep({ state: 'failed' })] }).untouched).toBe('Step 1.')
    const after = prepareStop({ steps: [makeStep({ state: 'failed', calledAt: '2026-11-12T10:42:01Z' })] })
    expect(after.readAgain).toContain('Step 1.')
    expect(after.waysOut).toContain('nothing moved')
  })
})
