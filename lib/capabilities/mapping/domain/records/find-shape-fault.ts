import { depthMax, type JsonFault } from './json-fault'

interface Level {
  keys: Set<string> | null
  key: string
}

/**
 * One pass over a text known to be valid JSON: an object that says one key twice (the second would silently win) or nesting beyond `depthMax`; null
 * when there is neither. Several times faster than reading the grammar, which is only asked where the engine's parser has failed.
 */
export function findShapeFault(text: string): JsonFault | null {
  const levels: Level[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      const end = endOfString(text, at)
      const level = levels.at(-1)
      if (level?.keys != null && isKey(text, end + 1)) {
        const quoted = text.slice(at, end + 1)
        level.key = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
        if (level.keys.has(level.key)) {
          return { at, reason: `the key ${quoted.slice(0, 80)} is there twice`, path: pathOf(levels) }
        }
        level.keys.add(level.key)
      }
      at = end
    } else if (code === 0x7b || code === 0x5b) {
      levels.push({ keys: code === 0x7b ? new Set() : null, key: '' })
      if (levels.length > depthMax) {
        return { at, reason: `nested deeper than ${depthMax} levels`, path: pathOf(levels) }
      }
    } else if (code === 0x7d || code === 0x5d) levels.pop()
  }
  return null
}

function pathOf(levels: readonly Level[]): string {
  return levels
    .map(({ key }) => key)
    .filter((key) => key !== '')
    .slice(0, 8)
    .join('.')
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
