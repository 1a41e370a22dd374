import { decodeToken } from './decode-token'
import { detectPrivate, type PrivateSpan } from './detect-private'

export interface Redacted {
  text: string
  /** What was masked and how often, e.g. `2 × e-mail address`; empty: nothing. */
  masked: string[]
}

/** Shorter secrets, and those that are one plain word, are not told from the names in a schema: masking them would mask the question. */
const SECRET_LENGTH_MIN = 6
const plainWord = /^[a-z]{1,12}([_-][a-z]{1,12})?$/i
const SECRET = 'stored secret'
/** Long words are read in windows, each long enough to hold a secret in any encoding at a place where the one before was cut. */
const WINDOW = 4_096
const OVERLAP = 1_024
/** What a word of a question is made of, for looking behind encodings. */
const tokens = /[^\s"'`,;<>(){}[\]|]{8,}/g

/**
 * A text as it may leave or be kept: stored secrets, keys and what identifies people are replaced by their names, plain or encoded (base64 in
 * both forms, hexadecimal, percent signs once or twice, `\u` escapes, backwards). Everything that goes to a model or into the ledger goes
 * through here last, whatever was masked before. `secrets` are the values that must never be seen.
 */
export function redact(text: string, secrets: readonly string[] = []): Redacted {
  const live = secrets.filter((secret) => secret.length >= SECRET_LENGTH_MIN && !plainWord.test(secret))
  const spans = [...findPlain(text, live), ...findReversed(text, live), ...findEncoded(text, live)]
  const counts = new Map<string, number>()
  let shown = ''
  let at = 0
  for (const { start, end, what } of merge(spans)) {
    shown += `${text.slice(at, start)}[masked: ${what}]`
    at = end
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return { text: shown + text.slice(at), masked: [...counts].map(([what, count]) => `${count} × ${what}`) }
}

function findPlain(text: string, secrets: readonly string[]): PrivateSpan[] {
  const spans: PrivateSpan[] = []
  for (const secret of secrets) {
    for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1)])) {
      for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length)) {
        spans.push({ start, end: start + form.length, what: SECRET })
      }
    }
  }
  return [...spans, ...detectPrivate(text)]
}

/** Reversed in the large, so that what spans words is found too. Digits that read as a card's backwards by chance are not worth masking. */
function findReversed(text: string, secrets: readonly string[]): PrivateSpan[] {
  const backwards = [...text].reverse().join('')
  if (backwards.length !== text.length) return []
  return findPlain(backwards, secrets)
    .filter(({ what }) => what !== 'payment card number')
    .map(({ start, end, what }) => ({ start: text.length - end, end: text.length - start, what }))
}

function findEncoded(text: string, secrets: readonly string[]): PrivateSpan[] {
  const spans: PrivateSpan[] = []
  for (const match of text.matchAll(tokens)) {
    for (let from = 0; from === 0 || from + OVERLAP < match[0].length; from += WINDOW - OVERLAP) {
      const part = match[0].slice(from, from + WINDOW)
      const hidden = decodeToken(part).flatMap((decoded) => findPlain(decoded, secrets))[0]
      if (!hidden) continue
      const start = match.index + from
      spans.push({ start, end: start + part.length, what: `${hidden.what}, encoded` })
    }
  }
  return spans
}

/** In order; of those that overlap one stretch over all, named by the first. */
function merge(spans: PrivateSpan[]): PrivateSpan[] {
  const merged: PrivateSpan[] = []
  for (const span of spans.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
