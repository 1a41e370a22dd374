import { findJsonFault } from './find-json-fault'
import { findShapeFault } from './find-shape-fault'
import type { JsonFault } from './json-fault'

export type JsonReading = { outcome: 'read'; value: unknown } | { outcome: 'refused'; text: string; fault: JsonFault }

/**
 * A JSON text as a value, or what is wrong with it and where: malformed, one key twice, or nested beyond reason. `rewrite` may change a text in a way
 * that keeps it valid. The one reader of the console and the command line, which say the place each in its way.
 */
export function readJson(text: string, rewrite = (plain: string) => plain): JsonReading {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  let value: unknown
  try {
    value = JSON.parse(rewrite(plain))
  } catch (error) {
    const fault = findJsonFault(plain)
    // Valid before it was rewritten: not the text's fault.
    if (fault === null) throw error
    return { outcome: 'refused', text: plain, fault }
  }
  const fault = findShapeFault(plain)
  return fault === null ? { outcome: 'read', value } : { outcome: 'refused', text: plain, fault }
}
