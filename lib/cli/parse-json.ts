import { InputError } from './command'

/** Deeper than any schema or record people send; walkers below may recurse that far without harm. */
export const depthMax = 200

/**
 * A JSON text as a value. Refuses what is malformed, an object with one key twice (the second would silently win) and nesting beyond
 * `depthMax`, each with the line or the path. `read` may rewrite the text in a way that keeps it valid.
 */
export function parseJson(
  text: string,
  place: { file: string; line: number },
  read = (plain: string) => plain,
): unknown {
  let value: unknown
  try {
    value = JSON.parse(read(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text))
  } catch (error) {
    throw new InputError(describeSyntax(text, error, place))
  }
  checkShape(text, place)
  return value
}

function describeSyntax(text: string, error: unknown, { file, line }: { file: string; line: number }): string {
  const message = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(message)?.[1]
  const before = text.slice(0, position === undefined ? text.length : Number(position))
  const lines = before.split('\n')
  const reason = message.replace(/ in JSON.*$/s, '').replace(/^Unexpected end.*$/, 'the JSON text ends too early')
  return `${file}:${line + lines.length - 1}:${(lines.at(-1)?.length ?? 0) + 1}: ${reason}`
}

interface Level {
  keys: Set<string> | null
  key: string
}

/** One pass over a text known to be valid JSON. */
function checkShape(text: string, place: { file: string; line: number }): void {
  const levels: Level[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = endOfString(text, at)
      const level = levels.at(-1)
      if (level?.keys != null && isKey(text, end + 1)) noteKey(level, text.slice(at, end + 1), levels, text, at, place)
      at = end
    } else if (code === 0x7b || code === 0x5b) {
      levels.push({ keys: code === 0x7b ? new Set() : null, key: '' })
      if (levels.length > depthMax) fail(levels, text, at, place, `is nested deeper than ${depthMax} levels`)
    } else if (code === 0x7d || code === 0x5d) levels.pop()
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1
  return slashes % 2 === 1
}

function isKey(text: string, from: number): boolean {
  let at = from
  while (' \n\r\t'.includes(text[at] ?? '_')) at += 1
  return text.charCodeAt(at) === 0x3a
}

function noteKey(
  level: Level,
  quoted: string,
  levels: Level[],
  text: string,
  at: number,
  place: { file: string; line: number },
): void {
  const key = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
  level.key = key
  if (level.keys?.has(key) === true) fail(levels, text, at, place, 'is there twice')
  level.keys?.add(key)
}

function fail(levels: Level[], text: string, at: number, place: { file: string; line: number }, reason: string): never {
  const line = place.line + text.slice(0, at).split('\n').length - 1
  const path = levels
    .map(({ key }) => key)
    .filter((key) => key !== '')
    .slice(0, 8)
    .join('.')
  throw new InputError(`${place.file}:${line}: ${path === '' ? 'the value' : `\`${path}\``} ${reason}`)
}
