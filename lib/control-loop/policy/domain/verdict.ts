import { z } from 'zod'
import { obligationSchema } from './obligation'

export const risks = ['low', 'medium', 'high'] as const
export const riskSchema = z.enum(risks)
export type Risk = z.infer<typeof riskSchema>

export const authorKinds = ['rule', 'model', 'person'] as const

/**
 * Everything a policy may look at, and nothing else: gathered once, kept with the verdict, so that the same facts can be judged again by
 * another version. Names of effects, changes and classes stay plain text here: what was recorded outlives a renamed member.
 */
export const factsSchema = z.object({
  authorKind: z.enum(authorKinds),
  connectionId: z.string(),
  service: z.string(),
  ownerId: z.string().nullable(),
  effects: z.array(z.string()),
  /** Kinds of the open changes about the touched objects. */
  changeKinds: z.array(z.string()),
  /** Classes of the touched columns; `none` where somebody looked and found nothing personal. */
  dataClasses: z.array(z.string()),
  /** How many objects are touched. */
  objects: z.number().int().min(0),
  risk: riskSchema,
  /** False when a needed signal is missing (no classification, unknown severity): then a person decides. */
  signalsComplete: z.boolean(),
  infeasible: z.number().int().min(0),
})
export type Facts = z.infer<typeof factsSchema>

/** What policy says of one revision of a proposal. No signal means a person. Stored in `proposal_revision.verdict`. */
export const verdictSchema = z.object({
  decision: z.enum(['allow', 'require-review', 'block']),
  /** Number of people whose approval is needed; with `allow`, when a person decides it before policy does. */
  approvalsNeeded: z.number().int().min(0),
  /** Roles that may approve. */
  roles: z.array(z.enum(['viewer', 'engineer', 'steward', 'admin'])),
  /** Id of the rule that decided, e.g. `sensitive-column-needs-steward`. */
  ruleId: z.string(),
  reason: z.string(),
  /** What is to be done beside the decision. Absent in verdicts of before obligations existed. */
  obligations: z.array(obligationSchema).optional(),
  /** What it was judged on. Absent in verdicts of before facts were kept. */
  facts: factsSchema.optional(),
})
export type Verdict = z.infer<typeof verdictSchema>

/** How far a change can be taken back. From the kind of action, never from a model. Stored in `proposal_revision.way_back`. */
export const wayBackSchema = z.object({
  level: z.enum(['full', 'forward-only', 'cannot-come-back']),
  sentence: z.string(),
})
export type WayBack = z.infer<typeof wayBackSchema>
