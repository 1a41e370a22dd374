/**
 * Characters that show nothing, turn the reading direction or belong to no alphabet: controls, formats (bidirectional marks, zero
 * width, tag letters), separators of lines, private use, unassigned, lone surrogates, variation selectors and the blank fillers.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0\u2800]/gu
const NAME_LENGTH_MAX = 200

export interface QuoteOptions {
  /** Texts longer than this are cut and say so; 200 unless given, which is for names. */
  textLengthMax?: number
  /** For documents: line breaks and tabs stay what they are. */
  keepLines?: boolean
}

/** A name from outside, made safe to show to a model: what cannot be seen is spelled out, what is too long is cut and says so. */
export function escapeInvisible(name: string, options: QuoteOptions = {}): string {
  const lengthMax = options.textLengthMax ?? NAME_LENGTH_MAX
  const short = name.length > lengthMax ? `${name.slice(0, lengthMax)}…` : name
  return short.replace(INVISIBLE, (character) => {
    if (options.keepLines && (character === '\n' || character === '\t')) return character
    return `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/**
 * Material from outside as one JSON block between marks it cannot close: angle brackets are escaped, so no name can write the end
 * mark. Every text inside, keys included, goes through `escapeInvisible`.
 */
export function quoteUntrusted(label: string, material: unknown, options: QuoteOptions = {}): string {
  const json = JSON.stringify(escapeAll(material, options)).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')
  return `<untrusted-${label}>\n${json}\n</untrusted-${label}>`
}

function escapeAll(material: unknown, options: QuoteOptions): unknown {
  if (typeof material === 'string') return escapeInvisible(material, options)
  if (Array.isArray(material)) return material.map((item) => escapeAll(item, options))
  if (material === null || typeof material !== 'object') return material
  return Object.fromEntries(
    Object.entries(material).map(([key, value]) => [escapeInvisible(key, options), escapeAll(value, options)]),
  )
}
