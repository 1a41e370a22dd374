import { expect, test } from 'vitest'
import { splitNames } from './split-names'

const shown = (sentence: string) => splitNames(sentence).map(({ text, isName }) => (isName ? `[${text}]` : text))

test.each([
  ['`id` is a key.', ['[id]', ' is a key.']],
  ['No names here.', ['No names here.']],
  ['From `a` to `b`', ['From ', '[a]', ' to ', '[b]']],
  ['An open ` tick', ['An open ` tick']],
  ['', []],
])('%j', (sentence, parts) => {
  expect(shown(sentence)).toEqual(parts)
})
