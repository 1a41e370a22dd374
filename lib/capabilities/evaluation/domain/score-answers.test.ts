import { describe, expect, it } from 'vitest'
import { type ScoredCase, scoreAnswers } from './score-answers'

const scored = (parts: Partial<ScoredCase>): ScoredCase => ({
  choices: [],
  facts: [],
  isUnanswered: false,
  tookMs: 1,
  ...parts,
})

describe('scoreAnswers', () => {
  it('counts hits among the first one and three', () => {
    const choices = [
      { truth: 'email', ranked: ['email', 'phone'] },
      { truth: 'phone', ranked: ['email', 'username', 'phone'] },
      { truth: 'address', ranked: ['email', 'username', 'phone', 'address'] },
      { truth: null, ranked: [null] },
    ]
    expect(scoreAnswers([scored({ choices })])).toMatchObject({ hitRate1: 0.3333, hitRate3: 0.6667 })
  })

  it('takes a wrong word for a false one and a miss, and silence for a miss alone', () => {
    const wrong = scoreAnswers([scored({ choices: [{ truth: 'email', ranked: ['phone'] }] })])
    expect(wrong).toMatchObject({ precision: 0, recall: 0, f1: 0 })
    const silent = scoreAnswers([scored({ choices: [{ truth: 'email', ranked: [null, 'email'] }] })])
    expect(silent).toMatchObject({ precision: null, recall: 0, hitRate3: 1 })
    const alarm = scoreAnswers([scored({ choices: [{ truth: null, ranked: ['email'] }] })])
    expect(alarm).toMatchObject({ precision: 0, recall: null, hitRate1: null })
  })

  it('counts facts once, however often they are said', () => {
    const facts = [{ truth: ['a', 'b'], said: ['a', 'a', 'c'] }]
    expect(scoreAnswers([scored({ facts })])).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 })
  })

  it('counts what was not answered as missed', () => {
    const none = scored({ choices: [{ truth: 'email', ranked: [] }], isUnanswered: true })
    expect(scoreAnswers([none])).toMatchObject({ unanswered: 1, recall: 0, precision: null })
  })

  it('has no figure without anything to measure', () => {
    expect(scoreAnswers([])).toMatchObject({ hitRate1: null, precision: null, recall: null, f1: null, latencyP95Ms: 0 })
  })

  it('takes quantiles by nearest rank', () => {
    const cases = Array.from({ length: 20 }, (_, at) => scored({ tookMs: at + 1 }))
    expect(scoreAnswers(cases)).toMatchObject({ latencyP50Ms: 10, latencyP95Ms: 19 })
  })
})
