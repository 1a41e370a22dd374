import { describe, expect, it } from 'vitest'
import type { Usage } from '@/lib/capabilities/model/contract'
import { prepareHead, prepareSpendDays, prepareTaskRows, shareOf } from './prepare-usage'

const budget = { spentMicros: 0, reservedMicros: 0, capMicros: null }
const task = (name: Usage['tasks'][number]['task'], calls: number, costMicros: number) => ({
  task: name,
  day: budget,
  month: budget,
  calls,
  costMicros,
  errors: 0,
  cacheHits: 0,
  latencyP95Ms: null,
})
const fed = (promptVersion: string, decided: number, accepted: number, reverted = 0) => ({
  task: 'draft-mapping' as const,
  promptVersion,
  model: 'small',
  proposals: decided,
  decided,
  accepted,
  reverted,
})
const usage: Usage = {
  from: '2026-11-01',
  to: '2026-11-12',
  total: { day: budget, month: budget },
  tasks: [task('explain-changes', 5, 900), task('draft-mapping', 10, 4_000), task('read-source', 0, 0)],
  byDay: [
    { day: '2026-11-02', task: 'draft-mapping', calls: 10, costMicros: 4_000, errors: 0 },
    { day: '2026-11-02', task: 'explain-changes', calls: 5, costMicros: 900, errors: 0 },
  ],
  byModel: [],
  errors: [{ outcome: 'invalid', calls: 3 }],
  acceptance: [fed('draft-mapping.1', 6, 3, 1), fed('draft-mapping.2', 4, 1)],
}

describe('prepareTaskRows', () => {
  it('adds the versions of a task up and leaves tasks without calls out', () => {
    expect(prepareTaskRows(usage)).toMatchObject([
      { task: 'draft-mapping', models: ['small'], accepted: 4, decided: 10, reverted: 1, perAcceptedMicros: 1_000 },
      { task: 'explain-changes', models: [], decided: 0, perAcceptedMicros: null },
    ])
  })
})

describe('prepareHead', () => {
  it('spreads only what proposals cost, and counts what the checker refused of all calls', () => {
    expect(prepareHead(usage)).toEqual({
      decided: 10,
      accepted: 4,
      reverted: 1,
      perAcceptedMicros: 1_000,
      refused: 3,
      calls: 15,
    })
  })

  it('has no price for an accepted proposal before the first', () => {
    expect(prepareHead({ ...usage, acceptance: [] }).perAcceptedMicros).toBeNull()
  })
})

describe('prepareSpendDays', () => {
  it('lays tasks of a day together, or one alone', () => {
    expect(prepareSpendDays(usage, null)).toEqual([
      { day: '2026-11-02', tasks: { 'draft-mapping': 4_000, 'explain-changes': 900 } },
    ])
    expect(prepareSpendDays(usage, 'explain-changes')).toEqual([
      { day: '2026-11-02', tasks: { 'explain-changes': 900 } },
    ])
  })
})

describe('shareOf', () => {
  it.each([
    [134, 189, '71 %'],
    [2, 134, '1.5 %'],
    [0, 27, '0 %'],
    [0, 0, 'none yet'],
    [9, 9, '100 %'],
  ])('%i of %i', (part, whole, words) => {
    expect(shareOf(part, whole)).toBe(words)
  })
})
