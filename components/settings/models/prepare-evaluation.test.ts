import { describe, expect, it } from 'vitest'
import type { Evaluation } from '@/lib/capabilities/evaluation/contract'
import { prepareEvaluation } from './prepare-evaluation'

const run = (part: Partial<Evaluation>): Evaluation => ({
  id: part.model ?? 'rules',
  task: 'draft-mapping',
  contender: 'model',
  model: 'OpenAI/small',
  promptVersion: 'draft-mapping.1',
  isCurrent: true,
  caseSetHash: 'b',
  cases: 40,
  figures: {
    hitRate1: 0.925,
    hitRate3: null,
    precision: 0.9,
    recall: 0.8,
    f1: 0.85,
    unanswered: 1,
    latencyP50Ms: 900,
    latencyP95Ms: 3_400,
    costMicros: 160_000,
    calls: 41,
    cached: 0,
    inputTokens: 1,
    outputTokens: 1,
  },
  finishedAt: '2026-11-12T10:00:00.000Z',
  startedBy: 'cli',
  ...part,
})
const rules = run({ contender: 'rules', model: 'rules', promptVersion: 'rules' })

describe('prepareEvaluation', () => {
  it('puts rules, what is asked now and what is chosen first, in that order', () => {
    const { rows } = prepareEvaluation([run({ model: 'x/other' }), run({ model: 'x/large' }), run({}), rules], {
      now: 'OpenAI/small',
      chosen: 'x/large',
    })
    expect(rows.map(({ role, name }) => [role, name])).toEqual([
      ['rules', 'Built-in rules'],
      ['now', 'OpenAI/small'],
      ['chosen', 'x/large'],
      ['other', 'x/other'],
    ])
    expect(rows[1]).toMatchObject({ hitRate1: '93 %', hitRate3: '–', costPerCase: '$0.004', p95: '3.4 s' })
  })

  it('compares only runs on the latest cases, and names who was not measured on them', () => {
    const older = run({ model: 'x/large', caseSetHash: 'a', finishedAt: '2026-11-01T10:00:00.000Z' })
    expect(prepareEvaluation([older, run({}), rules], { now: 'OpenAI/small', chosen: 'x/large' })).toMatchObject({
      cases: 40,
      unmeasured: ['x/large'],
    })
  })

  it('has nothing to show before the first run', () => {
    expect(prepareEvaluation([], { now: null, chosen: 'x/large' })).toEqual({
      rows: [],
      cases: null,
      unmeasured: ['x/large'],
    })
  })
})
