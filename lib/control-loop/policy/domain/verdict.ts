import { z } from 'zod'

export const risks = ['low', 'medium', 'high'] as const
export const riskSchema = z.enum(risks)
export type Risk = z.infer<typeof riskSchema>

/** What policy says of one revision of a proposal. No signal means a person. Stored in `proposal_revision.verdict`. */
export const verdictSchema = z.object({
  decision: z.enum(['allow', 'require-review', 'block']),
  /** Number of people whose approval is needed; 0 only with `allow`. */
  approvalsNeeded: z.number().int().min(0),
  /** Roles that may approve. */
  roles: z.array(z.enum(['viewer', 'engineer', 'steward', 'admin'])),
  /** Id of the rule that decided, e.g. `sensitive-column-needs-steward`. */
  ruleId: z.string(),
  reason: z.string(),
})
export type Verdict = z.infer<typeof verdictSchema>

/** How far a change can be taken back. From the kind of action, never from a model. Stored in `proposal_revision.way_back`. */
export const wayBackSchema = z.object({
  level: z.enum(['full', 'forward-only', 'cannot-come-back']),
  sentence: z.string(),
})
export type WayBack = z.infer<typeof wayBackSchema>
