import { passesLuhn, passesMod97 } from '@/lib/capabilities/catalog/domain/check-digits'

/** A stretch of a text that must not leave, and what it is, as people read it. */
export interface PrivateSpan {
  start: number
  end: number
  what: string
}

interface Detector {
  what: string
  pattern: RegExp
  /** A second look where the form alone is not telling. */
  confirms?(found: string): boolean
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** Card numbers begin as the networks issue them: one number in ten passes the check digit by chance. */
const cardStart = /^(4|5[1-5]|2[2-7]|3[47]|35|6(?:011|4[4-9]|5))/

/** A dot before digits is a decimal's only after a digit: names in a path are parted by dots too. In the order they are looked for; a stretch found once is not looked at again. */
const detectors: readonly Detector[] = [
  {
    what: 'private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  },
  {
    what: 'key or token',
    pattern:
      /\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|(?:sk|rk|pk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{30,}|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,})/g,
  },
  { what: 'password in an address', pattern: /(?<=:\/\/[^\s:/@]{1,80}:)[^\s@/]{3,}(?=@)/g },
  {
    what: 'password or key',
    pattern: /(?<=\b(?:password|passwd|pwd|secret|api_?key|access_?key|token)=["']?)[^\s"'&;,<>]{6,}/gi,
  },
  {
    what: 'e-mail address',
    pattern:
      /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
  },
  {
    what: 'bank account number',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
    confirms: (found) => passesMod97(found.replaceAll(' ', '')),
  },
  {
    what: 'payment card number',
    pattern: /(?<![\w-]|\d\.)\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g,
    confirms: (found) => cardStart.test(digitsOf(found)) && passesLuhn(digitsOf(found)),
  },
  {
    what: 'social security number',
    pattern: /(?<![\w-]|\d\.)(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-]|\.\d)/g,
  },
  {
    what: 'phone number',
    pattern:
      /(?<![\w+-]|\d\.)\+[1-9]\d{0,2}(?:[ ().-]{0,2}\d){6,12}(?![\w-])|(?<![\w+-]|\d\.)\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[ .-]\d{4}(?![\w-]|\.\d)/g,
  },
]

/** Where a plain text holds what must not leave: keys, e-mail addresses, phone, card, account and social security numbers. In order, not overlapping. */
export function detectPrivate(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = []
  for (const { what, pattern, confirms } of detectors) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length, what }
      const isKnown = spans.some(({ start, end }) => span.start < end && start < span.end)
      if (!isKnown && (confirms?.(match[0]) ?? true)) spans.push(span)
    }
  }
  return spans.sort((one, other) => one.start - other.start)
}
