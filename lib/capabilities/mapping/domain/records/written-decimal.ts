/** No source names a field so: the key begins with a character that ends texts. */
const key = '\u0000decimal'
const mark = JSON.stringify(key)

/**
 * A JSON text in which numbers written as whole decimals (`20.0`) are kept apart from whole numbers (`20`), which parsing makes equal: how a source
 * writes its numbers tells their type. Read them back with `readWrittenDecimal`.
 */
export function markDecimals(text: string): string {
  if (!/\d\.0/.test(text)) return text
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+\.0+(?![\d.eE])/gs, (token) =>
    token.startsWith('"') ? token : `{${mark}:${token}}`,
  )
}

/** The number behind a mark; null for any other value. */
export function readWrittenDecimal(value: object): number | null {
  if (!Object.hasOwn(value, key)) return null
  const number = (value as Record<string, unknown>)[key]
  return typeof number === 'number' ? number : null
}
