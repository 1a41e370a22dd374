import { z } from 'zod'
import { policySchema } from './domain/policy'

/** REST shapes of policies: the one in force, its history and record, the back-test of a draft, and the stop. */
const instant = z.iso.datetime({ offset: true })
const strictnessSchema = z.enum(['stricter', 'same', 'looser'])

export const automationStopSchema = z.object({ at: instant, by: z.string(), reason: z.string() })
export type AutomationStopView = z.infer<typeof automationStopSchema>

export const policyDifferenceSchema = z.object({
  sign: z.enum(['added', 'removed', 'changed', 'moved']),
  sentence: z.string(),
  before: z.string().nullable(),
})
export type PolicyDifferenceView = z.infer<typeof policyDifferenceSchema>

export const tallySchema = z.object({
  effect: z.string(),
  service: z.string(),
  cases: z.number(),
  agreed: z.number(),
  /** One-sided 95 % lower bound of agreement, 0 to 1. */
  bound: z.number(),
  /** Number of the proposal whose error took the record away. */
  lostBy: z.number().nullable(),
  isEarned: z.boolean(),
})
export type TallyView = z.infer<typeof tallySchema>

export const policyVersionSchema = z.object({
  version: z.number(),
  savedBy: z.string(),
  savedAt: instant,
  /** Against the version before; empty for the first. */
  differences: z.array(policyDifferenceSchema),
})

export const policiesSchema = z.object({
  version: z.number(),
  policy: policySchema,
  stop: automationStopSchema.nullable(),
  startedLastHour: z.number(),
  record: z.array(tallySchema),
  versions: z.array(policyVersionSchema),
  /** What rules can name. */
  choices: z.object({
    connections: z.array(z.object({ id: z.string(), name: z.string() })),
    services: z.array(z.string()),
    owners: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})
export type Policies = z.infer<typeof policiesSchema>

export const savePolicyRequestSchema = z.object({ baseVersion: z.number().int().min(1), policy: policySchema }).strict()
export type SavePolicyRequest = z.infer<typeof savePolicyRequestSchema>
export const savePolicyResponseSchema = z.object({ version: z.number() })

export const backTestRequestSchema = z
  .object({ policy: policySchema, casesMax: z.number().int().min(1).max(2000).default(500) })
  .strict()
export type BackTestRequest = z.input<typeof backTestRequestSchema>

const outcomeSchema = z.object({ outcome: z.enum(['automatic', 'queued', 'blocked']), reason: z.string() })
const endingSchema = z.enum(['agreed', 'edited', 'rejected', 'failed', 'taken-back'])
const countSchema = z.object({
  automatic: z.number(),
  queued: z.number(),
  blocked: z.number(),
  automaticThen: z.object({
    edited: z.number(),
    rejected: z.number(),
    failed: z.number(),
    'taken-back': z.number(),
  }),
})
export type BackTestCountView = z.infer<typeof countSchema>

export const backTestResponseSchema = z.object({
  cases: z.number(),
  since: instant.nullable(),
  present: countSchema,
  draft: countSchema,
  /** The latest of the cases that would have gone another way. */
  differences: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      path: z.string(),
      connectionName: z.string(),
      strictness: strictnessSchema,
      ending: endingSchema.nullable(),
      present: outcomeSchema,
      draft: outcomeSchema,
    }),
  ),
  differencesTotal: z.number(),
  /** The draft against the policy in force, in sentences and over every kind of case they can tell apart. */
  changed: z.array(policyDifferenceSchema),
  compared: z.object({ cases: z.number(), stricter: z.number(), looser: z.number(), newlyAllowed: z.number() }),
})
export type BackTestResponse = z.infer<typeof backTestResponseSchema>

export const stopAutomationRequestSchema = z.object({ reason: z.string().trim().min(1).max(500) }).strict()
export type StopAutomationRequest = z.infer<typeof stopAutomationRequestSchema>
export const automationStateSchema = z.object({ stopped: z.boolean() })
