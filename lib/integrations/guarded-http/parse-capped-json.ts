import { ReplyRefusedError } from './transport-errors'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Parses UTF-8 JSON whose nesting stays within `depthMax`. Refuses bytes that are not UTF-8, not JSON, or nested deeper. */
export function parseCappedJson(bytes: Uint8Array, depthMax: number): unknown {
  if (measureDepth(bytes) > depthMax) throw new ReplyRefusedError(`The reply is nested deeper than ${depthMax} levels.`)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ReplyRefusedError('The reply is not complete JSON.')
  }
}

/** Counts nesting on the bytes: every structural character of JSON is ASCII, and ASCII never occurs inside a UTF-8 sequence. */
function measureDepth(bytes: Uint8Array): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (isInString) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) isInString = false
    } else if (byte === QUOTE) isInString = true
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth)
    else if (CLOSING.has(byte)) depth--
  }
  return deepest
}
