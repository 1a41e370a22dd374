import { z } from 'zod'
import { freezeWindowSchema } from './freeze-window'
import { obligationSchema } from './obligation'
import { authorKinds, riskSchema } from './verdict'

const words = z.array(z.string().min(1).max(200)).max(50)

/** When a rule speaks. An empty list says nothing about that question; all questions that are asked must be answered yes. */
export const conditionSchema = z.object({
  authors: z.array(z.enum(authorKinds)).max(3),
  connectionIds: words,
  services: words,
  ownerIds: words,
  changeKinds: words,
  effects: words,
  dataClasses: words,
  risks: z.array(riskSchema).max(3),
  /** At least so many objects; null: any number. */
  objectsMin: z.number().int().min(2).max(100_000).nullable(),
})
export type Condition = z.infer<typeof conditionSchema>

/** A condition that every proposal meets. */
export const anything: Condition = {
  authors: [],
  connectionIds: [],
  services: [],
  ownerIds: [],
  changeKinds: [],
  effects: [],
  dataClasses: [],
  risks: [],
  objectsMin: null,
}

const approvals = z.number().int().min(1).max(9)

export const ruleSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  when: conditionSchema,
  outcome: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('allow') }),
    /** `steward`: stewards and admins. `admin`: admins alone. */
    z.object({ decision: z.literal('require-review'), approvals, role: z.enum(['steward', 'admin']) }),
    z.object({ decision: z.literal('block') }),
  ]),
  obligations: z.array(obligationSchema).max(5),
})
export type Rule = z.infer<typeof ruleSchema>

const levelSchema = z.object({ approvals, dueHours: z.number().int().min(1).max(2160) })

/** Versioned data: the rules in force. Stored in `policy_version.policy`; a new shape needs a migration. */
export const policySchema = z
  .object({
    /** In order: the first that speaks decides. */
    rules: z.array(ruleSchema).max(60),
    /** People and time by risk where no rule speaks or a signal is missing. */
    low: levelSchema,
    medium: levelSchema,
    high: levelSchema,
    /** Hours an approval stays good. */
    approvalValidHours: z.number().int().min(1).max(2160),
    freezes: z.array(freezeWindowSchema).max(30),
    automatic: z.object({
      /** Minutes a proposal waits before it is applied by itself, so that somebody can object. */
      coolingMinutes: z.number().int().min(0).max(10_080),
      perHourMax: z.number().int().min(0).max(1000),
      /** Least lower bound of agreement (one-sided 95 %), as a share. */
      agreementMin: z.number().min(0.5).max(0.999),
      /** Least number of decided cases. */
      casesMin: z.number().int().min(3).max(1000),
    }),
  })
  .refine(({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length, {
    message: 'Two rules have the same id.',
    path: ['rules'],
  })
export type Policy = z.infer<typeof policySchema>

/**
 * What an installation starts with; decision times from the console's reference (high 4 h, medium 1 d, low 3 d; approvals 7 d). What is high,
 * medium and low stands in `derive-risk.ts`. Nothing that leaves Headgate is allowed to go by itself: that takes a rule of the installation's own.
 */
export const defaultPolicy: Policy = {
  rules: [
    {
      id: 'safe-change-accepted',
      when: { ...anything, authors: ['rule'], effects: ['accept-changes'], risks: ['low'] },
      outcome: { decision: 'allow' },
      obligations: [],
    },
    {
      id: 'high-risk-needs-review',
      when: { ...anything, risks: ['high'] },
      outcome: { decision: 'require-review', approvals: 2, role: 'steward' },
      obligations: [],
    },
    {
      id: 'medium-risk-needs-review',
      when: { ...anything, risks: ['medium'] },
      outcome: { decision: 'require-review', approvals: 1, role: 'steward' },
      obligations: [],
    },
    {
      id: 'low-risk-needs-review',
      when: { ...anything, risks: ['low'] },
      outcome: { decision: 'require-review', approvals: 1, role: 'steward' },
      obligations: [],
    },
  ],
  low: { approvals: 1, dueHours: 72 },
  medium: { approvals: 1, dueHours: 24 },
  high: { approvals: 2, dueHours: 4 },
  approvalValidHours: 168,
  freezes: [],
  automatic: { coolingMinutes: 10, perHourMax: 10, agreementMin: 0.9, casesMin: 20 },
}
