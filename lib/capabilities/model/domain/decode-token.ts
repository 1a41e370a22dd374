/** Encodings inside encodings are followed this far. */
const DEPTH_MAX = 3
/** A hostile token can be read in ever more ways: after so many it has cost enough. */
const READINGS_MAX = 80
const RUN_MIN = 8

/**
 * What a stretch of text without spaces may stand for once decoded: percent signs (twice too), `\u` escapes, hexadecimal, base64 and its
 * form for addresses, wherever they begin, and all of it read backwards. Only what decodes to readable text is given back.
 */
export function decodeToken(token: string): string[] {
  const found = new Set<string>()
  const queue = [{ text: token, depth: 0 }]
  for (let next = queue.shift(); next && found.size < READINGS_MAX; next = queue.shift()) {
    for (const decoded of decodeOnce(next.text)) {
      if (decoded === next.text || found.has(decoded)) continue
      found.add(decoded)
      if (next.depth + 1 < DEPTH_MAX) queue.push({ text: decoded, depth: next.depth + 1 })
    }
  }
  return [...found]
}

function decodeOnce(text: string): string[] {
  const decoded: string[] = []
  if (/%[0-9a-f]{2}/i.test(text)) {
    // Byte by byte, so that one stray percent sign hides nothing behind it.
    decoded.push(Buffer.from(percentBytes(text), 'latin1').toString('utf8'))
  }
  if (/\\u[0-9a-f]{4}/i.test(text)) {
    decoded.push(text.replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
  }
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){8,}/gi)) {
    for (const part of [run, run.slice(1)]) pushReadable(decoded, Buffer.from(part, 'hex'))
  }
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{11,}/g)) {
    // What stands before it may be part of the run: each of the four beginnings a group of four can have is tried.
    for (let skip = 0; skip < 4; skip += 1) pushReadable(decoded, Buffer.from(run.slice(skip), 'base64url'))
  }
  return decoded
}

function percentBytes(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1')
  return bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The longest readable stretch of decoded bytes: noise before and after comes from what stood beside the run. */
function pushReadable(decoded: string[], bytes: Buffer): void {
  const text = bytes.toString('utf8')
  for (const [part] of text.matchAll(/[^\p{C}\uFFFD]+/gu)) if (part.length >= RUN_MIN) decoded.push(part)
}
