import { describe, expect, it } from 'vitest'
import { compareAnswers, compareNumbers } from './prepare-comparison'

const signs = { added: '+', removed: '-', same: ' ' } as const
const told = (first: string, repeat: string) =>
  compareAnswers(first, repeat).map(({ kind, text }) => `${signs[kind]}${text}`)

describe('compareAnswers', () => {
  it('lays JSON out, so that one changed value is one line', () => {
    expect(told('{"a":1,"b":[2]}', '{"a":1,"b":[3]}')).toEqual([
      ' {',
      '   "a": 1,',
      '   "b": [',
      '-    2',
      '+    3',
      '   ]',
      ' }',
    ])
  })

  it('compares text as it came, spelling out what hides', () => {
    expect(told('one\ntwo', 'zero\none\ntwo\u202e')).toEqual(['+zero', ' one', '-two', '+two⟨U+202E⟩'])
  })

  it('has only equal lines for equal answers', () => {
    expect(compareAnswers('{"a":1}', '{ "a": 1 }').every(({ kind }) => kind === 'same')).toBe(true)
  })
})

describe('compareNumbers', () => {
  it('shows a gap for what was not reported', () => {
    const call = {
      model: 'small',
      promptVersion: 'draft-mapping.1',
      costMicros: 4_100,
      tookMs: 3_100,
      inputTokens: 1_840,
      outputTokens: 412,
    }
    const rows = compareNumbers(call, { ...call, model: null, inputTokens: null, tookMs: null })
    expect(rows.map(({ first, repeat }) => [first, repeat])).toEqual([
      ['small', 'none'],
      ['draft-mapping.1', 'draft-mapping.1'],
      ['1\u00a0840 / 412', '–'],
      ['$0.004', '$0.004'],
      ['3.1 s', '–'],
    ])
  })
})
