import type { JsonFault } from '@/lib/capabilities/mapping/domain/records/json-fault'
import { readJson } from '@/lib/capabilities/mapping/domain/records/read-json'
import { InputError } from './command'

/**
 * A JSON text as a value. Refuses what is malformed, an object with one key twice (the second would silently win) and nesting beyond reason, each
 * with the file and the line, column or path. `read` may rewrite the text in a way that keeps it valid.
 */
export function parseJson(
  text: string,
  place: { file: string; line: number },
  read?: (plain: string) => string,
): unknown {
  const reading = readJson(text, read)
  if (reading.outcome === 'read') return reading.value
  throw new InputError(describeFault(reading.text, reading.fault, place))
}

function describeFault(
  text: string,
  { at, reason, path }: JsonFault,
  { file, line }: { file: string; line: number },
): string {
  const lines = text.slice(0, at).split('\n')
  const where = `${file}:${line + lines.length - 1}`
  if (path === undefined) return `${where}:${(lines.at(-1)?.length ?? 0) + 1}: ${reason}`
  const rest = reason.startsWith('nested') ? `is ${reason}` : 'is there twice'
  return `${where}: ${path === '' ? 'the value' : `\`${path}\``} ${rest}`
}
