import { z } from 'zod'

/** What a set of changes means for whoever reads the data. Text only: nothing in it can be applied. */
export const explainChangesOutput = z.object({
  summary: z.string(),
  points: z.array(z.object({ change: z.string(), effect: z.string() })),
  /** What cannot be told from names and types; empty when nothing. */
  unknown: z.string(),
})
export type ExplainChangesOutput = z.infer<typeof explainChangesOutput>
