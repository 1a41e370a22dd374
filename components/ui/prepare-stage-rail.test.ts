import { describe, expect, it } from 'vitest'
import { prepareStageRail, type RailStage } from './prepare-stage-rail'

const five = (states: RailStage['state'][], progress?: number): RailStage[] =>
  ['observe', 'propose', 'review', 'apply', 'verify'].map((key, index) => ({
    key,
    name: key,
    state: states[index] ?? 'ahead',
    progress: states[index] === 'current' ? progress : undefined,
  }))

const drawn = (stages: RailStage[], gate: 'open' | 'closed') =>
  prepareStageRail(stages, gate).map((segment) => `${segment.fill} ${segment.percent}`)

describe('prepareStageRail', () => {
  it('stands before a closed gate and is empty behind it', () => {
    expect(drawn(five(['done', 'done', 'current']), 'closed')).toEqual([
      'still 100',
      'still 100',
      'none 0',
      'none 0',
      'none 0',
    ])
  })

  it('keeps approved and not applied open and dry', () => {
    expect(drawn(five(['done', 'done', 'done', 'current']), 'open')).toEqual([
      'still 100',
      'still 100',
      'none 0',
      'none 0',
      'none 0',
    ])
  })

  it('fills the current stage to its part', () => {
    expect(drawn(five(['done', 'done', 'done', 'current'], 3 / 7), 'open')).toEqual([
      'still 100',
      'still 100',
      'flow 100',
      'flow 42.9',
      'flow 0',
    ])
  })

  it('never draws more than all of it', () => {
    expect(drawn(five(['done', 'done', 'done', 'current'], 4), 'open')[3]).toBe('flow 100')
  })

  it('puts the gate at review, and first when a run has no stage of that name', () => {
    expect(prepareStageRail(five([]), 'closed').findIndex((segment) => segment.hasGate)).toBe(2)
    expect(prepareStageRail([{ key: 'apply', name: 'Apply', state: 'ahead' }], 'open')[0]?.hasGate).toBe(true)
  })
})
