import { hashText } from '@/sandbox/source/seeded-random'

export const DIMENSIONS = 256

/**
 * A vector of length 1 for a text: its words and their triples of letters, hashed into places. Texts that share words or stems come
 * out close, which is all that a search needs to show something real. The same text always gives the same vector.
 */
export function embedText(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const add = (feature: string, weight: number) => {
    const hash = hashText(feature)
    const place = hash % dimensions
    vector[place] = (vector[place] ?? 0) + (hash & 0x40000000 ? weight : -weight)
  }
  for (const word of words) {
    add(word, 1)
    const marked = `^${word}$`
    for (let at = 0; at + 3 <= marked.length; at += 1) add(marked.slice(at, at + 3), 0.4)
  }
  const length = Math.hypot(...vector)
  if (length === 0) return vector.map((_, place) => (place === 0 ? 1 : 0))
  return vector.map((value) => Number((value / length).toFixed(7)))
}
