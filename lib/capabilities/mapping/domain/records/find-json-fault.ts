import { depthMax, type JsonFault } from './json-fault'

const token =
  /(?:([{}[\],:])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y
const spaces = /[ \t\r\n]*/y
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' | 'end'
const words: Record<Expected, string> = {
  value: 'expected a value',
  'first-value': 'expected a value or ]',
  key: 'expected a key in double quotes',
  'first-key': 'expected a key in double quotes, or }',
  colon: 'expected : after the key',
  next: 'expected a comma, or a closing bracket',
  end: 'expected nothing more',
}

/**
 * A JSON text in, its first fault out, null when it has none. Exists because the engine's parser does not always say where it stopped, and lets the
 * second of two equal keys win without a word. `isStream`: values may follow each other, as in JSON lines.
 */
export function findJsonFault(text: string, isStream = false): JsonFault | null {
  /** One entry a level: the keys of an object so far, null for a list. */
  const levels: (Set<string> | null)[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    spaces.lastIndex = at
    at += spaces.exec(text)?.[0].length ?? 0
    if (at >= text.length) {
      const isOver = expected === 'end' || (isStream && levels.length === 0 && expected === 'value')
      return isOver ? null : { at, reason: 'the JSON text ends too early' }
    }
    if (isStream && levels.length === 0 && text[at] === ',') {
      at += 1
      continue
    }
    token.lastIndex = at
    const found = token.exec(text)
    if (found === null) return { at, reason: `${words[expected]}, found ${shown(text, at)}` }
    const [whole, sign, string] = found
    const next: Expected | null = sign === undefined ? afterScalar(expected, string) : afterSign(expected, sign, levels)
    if (next === null) return { at, reason: `${words[expected]}, found ${shown(text, at)}` }
    if (string !== undefined && next === 'colon') {
      const key = String(JSON.parse(string))
      const keys = levels.at(-1)
      if (keys?.has(key)) return { at, reason: `the key ${string.slice(0, 80)} is there twice` }
      keys?.add(key)
    }
    if (sign === '{') levels.push(new Set())
    else if (sign === '[') levels.push(null)
    if (levels.length > depthMax) return { at, reason: `nested deeper than ${depthMax} levels` }
    expected = next === 'next' && levels.length === 0 ? (isStream ? 'value' : 'end') : next
    at += whole.length
  }
}

function afterScalar(expected: Expected, string: string | undefined): Expected | null {
  if (expected === 'value' || expected === 'first-value') return 'next'
  if (expected === 'key' || expected === 'first-key') return string === undefined ? null : 'colon'
  return null
}

/** Closes the level on `}` and `]`; null where the sign may not stand. */
function afterSign(expected: Expected, sign: string, levels: (Set<string> | null)[]): Expected | null {
  const level = levels.at(-1)
  const isValue = expected === 'value' || expected === 'first-value'
  if (sign === '{') return isValue ? 'first-key' : null
  if (sign === '[') return isValue ? 'first-value' : null
  if (sign === ':') return expected === 'colon' ? 'value' : null
  if (sign === ',') return expected === 'next' ? (level === null ? 'value' : 'key') : null
  const isClosed =
    level !== undefined &&
    (sign === '}'
      ? level !== null && (expected === 'next' || expected === 'first-key')
      : level === null && (expected === 'next' || expected === 'first-value'))
  if (!isClosed) return null
  levels.pop()
  return 'next'
}

/** The word that stands there, short and without what cannot be seen. */
function shown(text: string, at: number): string {
  const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(text.slice(at, at + 40))?.[0]
  if (word === undefined || /[\p{C}\p{Z}]/u.test(word)) return 'a character that may not stand there'
  return word === '"' ? 'a text that is not closed in its line' : `"${word}"`
}
