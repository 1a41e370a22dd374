import { z } from 'zod'

/** One checkable measurement for or against a proposal. System text, never a model's. Stored in `proposal_revision.evidence`. */
export const evidenceSchema = z.object({
  verdict: z.enum(['for', 'against', 'neutral']),
  text: z.string(),
  /** The number with its n, e.g. `498 of 500`; null when nothing was counted. */
  measure: z.string().nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Who wrote which part of a proposal. Stored in `proposal_revision.drafters`. */
export const drafterSchema = z.object({
  source: z.enum(['rule', 'model', 'person']),
  /** Rule id, model name or person's name. */
  name: z.string(),
  part: z.string(),
})
export type Drafter = z.infer<typeof drafterSchema>
