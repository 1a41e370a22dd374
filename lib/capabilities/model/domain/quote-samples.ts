import { quoteUntrusted } from './quote-untrusted'

/** Masked values for a prompt, as further paragraphs; none where there are no values. */
export function quoteSamples(samples: Readonly<Record<string, readonly string[]>>): string[] {
  if (Object.keys(samples).length === 0) return []
  return ['Some values of columns, masked, each column by itself:', quoteUntrusted('samples', samples)]
}
