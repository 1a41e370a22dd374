import { expect, test } from 'vitest'
import { formatTook } from './format-took'

test.each([
  [412, '412 ms'],
  [3_149, '3.1 s'],
  [120_000, '2 min'],
])('%d ms is %s', (ms, words) => {
  expect(formatTook(ms)).toBe(words)
})
