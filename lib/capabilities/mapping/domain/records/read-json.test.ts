import { expect, it } from 'vitest'
import { readJson } from './read-json'

const deep = `{"a":${'['.repeat(300)}${']'.repeat(300)}}`

it.each([
  ['{"a":[1,"x\\"y",null]}', { outcome: 'read', value: { a: [1, 'x"y', null] } }],
  ['\uFEFF{"a":1}', { outcome: 'read', value: { a: 1 } }],
  // A string is no key, and one key in two objects is none twice.
  ['{"a":{"b":"b"},"c":{"b":"a"}}', { outcome: 'read' }],
  ['{"a":{"b":1,"b":2}}', { outcome: 'refused', fault: { at: 12, reason: 'the key "b" is there twice', path: 'a.b' } }],
  ['{"a":1,"\\u0061":2}', { outcome: 'refused', fault: { at: 7, path: 'a' } }],
  [deep, { outcome: 'refused', fault: { reason: 'nested deeper than 200 levels', path: 'a' } }],
  ['{"a":', { outcome: 'refused', fault: { at: 5, reason: 'the JSON text ends too early' } }],
  ['{"a" 1}', { outcome: 'refused', fault: { at: 5, reason: 'expected : after the key, found "1"' } }],
  ['', { outcome: 'refused', fault: { at: 0 } }],
])('%.40s', (text, reading) => {
  expect(readJson(text)).toMatchObject(reading)
})

it('tells the fault of what was given, not of what it was rewritten to', () => {
  expect(readJson('{"a":1', (text) => `${text} `)).toMatchObject({
    outcome: 'refused',
    text: '{"a":1',
    fault: { at: 6 },
  })
  expect(() => readJson('{"a":1}', () => 'no JSON')).toThrow(SyntaxError)
})
