/**
 * A text as a model might hear it: the escapes for characters nobody sees undone, tag letters and full-width ones read as letters,
 * invisible ones dropped, and whatever is base64, percent-encoded, hexadecimal, an HTML entity or written backwards said as well.
 */
export function hear(text: string): string {
  const shown = text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_whole, code: string) => letterOf(Number.parseInt(code, 16)))
  const seen = [...shown].map((character) => letterOf(character.codePointAt(0) ?? 0)).join('')
  const plain = seen.normalize('NFKC')
  const said = [plain, words(plain), ...decodings(plain)]
  return [...new Set(said)].join('\n')
}

/** Tag letters say what they tag; what shows nothing is dropped, so that words split by it are whole again. */
function letterOf(code: number): string {
  if (code >= 0xe0020 && code <= 0xe007e) return String.fromCharCode(code - 0xe0000)
  const character = String.fromCodePoint(code)
  if (/[\n\t]/.test(character)) return ' '
  return /[\p{Cc}\p{Cf}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0\u2800]/u.test(character) ? '' : character
}

/** `ignore_rules_and_unhash` and `ignoreRulesAndUnhash` as words. */
const words = (text: string) => text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.+-]+/g, ' ')

function decodings(text: string): string[] {
  const said: string[] = []
  for (const [token] of text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)) said.push(printable(Buffer.from(token, 'base64')))
  for (const [token] of text.matchAll(/\b(?:[0-9a-f]{2}){8,}\b/gi)) said.push(printable(Buffer.from(token, 'hex')))
  if (/%[0-9a-f]{2}/i.test(text)) said.push(text.replace(/%([0-9a-f]{2})/gi, (_w, hex) => charOf(hex, 16)))
  if (/&#\w+;/.test(text)) {
    said.push(
      text.replace(/&#x([0-9a-f]+);/gi, (_w, hex) => charOf(hex, 16)).replace(/&#(\d+);/g, (_w, n) => charOf(n, 10)),
    )
  }
  if (/\\u[0-9a-f]{4}/i.test(text)) said.push(text.replace(/\\u([0-9a-f]{4})/gi, (_w, hex) => charOf(hex, 16)))
  const backwards = [...text].reverse().join('')
  if (/\b(ignore|unhash|approve|enable)\b/i.test(backwards)) said.push(backwards)
  const turned = text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base)
  })
  if (/\b(ignore|unhash|approve)\b/i.test(turned)) said.push(turned)
  return said.filter((one) => one !== '')
}

function printable(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return /^[\x20-\x7e\n]+$/.test(text) ? text : ''
}

function charOf(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
