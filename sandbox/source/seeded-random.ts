/** A stream of numbers in [0, 1) that is the same for the same key, on every machine and in every order of calling. */
export type RandomStream = () => number

/** Takes any text and gives a well-mixed 32-bit hash of it. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return mix(hash)
}

/** Takes a hash and a number; gives the hash of the pair. Cheap enough to be asked for every row of every table. */
export function hashPair(hash: number, value: number): number {
  return mix(hash ^ Math.imul(value + 0x9e3779b9, 0x85ebca6b))
}

/** Takes a 32-bit hash and gives the stream it seeds (mulberry32). */
export function randomStream(hash: number): RandomStream {
  let state = hash
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function mix(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
