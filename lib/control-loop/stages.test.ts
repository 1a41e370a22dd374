import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyRunStates, canMoveApplyRun, canMoveProposal, proposalStates, stages } from './stages'

it.each([...stages])('%s has its room', (stage) => {
  expect(existsSync(join(import.meta.dirname, stage, 'services'))).toBe(true)
})

describe('canMoveProposal', () => {
  it.each([
    ['in-review', 'approved', true],
    ['approved', 'applying', true],
    ['approved', 'applied', false],
    ['in-review', 'applying', false],
    ['verified', 'in-review', false],
    ['rejected', 'approved', false],
    ['stale', 'approved', false],
    ['stale', 'in-review', true],
    ['failed', 'applying', true],
    ['superseded', 'stale', false],
    ['rejected', 'stale', false],
    ['applying', 'approved', true],
    ['in-review', 'proposed', true],
  ] as const)('from %s to %s: %s', (from, to, allowed) => {
    expect(canMoveProposal(from, to)).toBe(allowed)
  })

  it('lets nothing reach applied except through applying', () => {
    expect(proposalStates.filter((from) => canMoveProposal(from, 'applied'))).toEqual(['applying'])
  })
})

describe('canMoveApplyRun', () => {
  it('lets nothing leave a run that is over, except a retry of a failed one', () => {
    const over = ['verified', 'stale', 'cancelled'] as const
    for (const from of over) expect(applyRunStates.some((to) => canMoveApplyRun(from, to))).toBe(false)
    expect(applyRunStates.filter((to) => canMoveApplyRun('failed', to))).toEqual(['waiting', 'applying'])
  })
})
