import { MappingInputError } from '../domain/inferred-table'
import type { JsonFault } from '../domain/records/json-fault'
import { readJson } from '../domain/records/read-json'

/**
 * A JSON text as a value. Refuses what is malformed, an object with one key twice and nesting beyond reason, each with its line; `line` is where the
 * text begins. `rewrite` may change a text that is found to be valid.
 */
export function parseJsonText(text: string, line = 1, rewrite?: (plain: string) => string): unknown {
  const reading = readJson(text, rewrite)
  if (reading.outcome === 'read') return reading.value
  throw faultError(reading.text, reading.fault, line)
}

/** The refusal of a text that begins in `line`, naming the line of the fault. */
export function faultError(text: string, { at, reason }: JsonFault, line = 1): MappingInputError {
  // A text that ends too early does so at its last word, not behind the empty lines after it.
  const before = at >= text.length ? text.trimEnd() : text.slice(0, at)
  return new MappingInputError(`line ${line + before.split('\n').length - 1}: ${reason}`)
}
