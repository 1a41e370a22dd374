/** The eight ways in which a value is looked for, wherever it may have gone. */
export const encodings: Record<string, (value: string) => string> = {
  plain: (value) => value,
  base64: (value) => Buffer.from(value).toString('base64'),
  base64url: (value) => Buffer.from(value).toString('base64url'),
  hexadecimal: (value) => Buffer.from(value).toString('hex'),
  'percent signs': percent,
  'percent signs, twice': (value) => percent(value).replaceAll('%', '%25'),
  '\\u escapes': (value) =>
    [...value].map((letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  backwards: (value) => [...value].reverse().join(''),
}

function percent(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
}

/** Where a value stands in a text, in any of the encodings, however often JSON escaped it; empty: nowhere. */
export function findEncoded(text: string, value: string): string[] {
  const lower = text.toLowerCase()
  // JSON inside JSON doubles each backslash once more.
  const unescaped = lower.replace(/\\+/g, '\\')
  return Object.entries(encodings).flatMap(([name, encode]) => {
    const form = encode(value).replace(/=+$/, '').toLowerCase()
    return lower.includes(form) || unescaped.includes(form) ? [name] : []
  })
}
