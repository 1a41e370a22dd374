import { z } from 'zod'

const replyShape = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative().optional(), embedding: z.array(z.number()) })),
})

/**
 * The vectors of an embeddings reply in the order of the texts, whatever order they came in; null unless there is exactly one finite
 * vector for each text and all have the same length: a vector in the wrong place is worse than none.
 */
export function readVectors(reply: unknown, textCount: number): number[][] | null {
  const parsed = replyShape.safeParse(reply)
  if (!parsed.success || parsed.data.data.length !== textCount) return null
  const vectors: number[][] = []
  for (const [position, { index, embedding }] of parsed.data.data.entries()) vectors[index ?? position] = embedding
  const length = vectors[0]?.length ?? 0
  // Two vectors with one index leave a hole; an index too high makes the list longer.
  if (vectors.length !== textCount) return null
  for (let position = 0; position < textCount; position++) if (vectors[position]?.length !== length) return null
  return textCount > 0 && length === 0 ? null : vectors
}
