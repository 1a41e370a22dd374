import { z } from 'zod'
import { applyRunSummarySchema } from '@/lib/control-loop/apply/contract'
import { callPauseSchema, connectionSummarySchema } from '@/lib/control-loop/connection/contract'
import { changeViewSchema } from '@/lib/control-loop/diff/contract'
import { automationStopSchema } from '@/lib/control-loop/policy/contract'
import { proposalSummarySchema } from '@/lib/control-loop/proposal/contract'

/** REST shapes of what spans the stages: Home and the status line of the console. */
const instant = z.iso.datetime({ offset: true })

/** One stage of Home's section through the channel: how many are there now and how many usually are (28-day median; null: too young). */
export const levelSchema = z.object({ now: z.number(), usual: z.number().nullable() })

export const homeSchema = z.object({
  setup: z.object({ credentials: z.boolean(), connections: z.boolean(), snapshot: z.boolean(), people: z.boolean() }),
  levels: z.object({
    observe: levelSchema,
    propose: levelSchema,
    review: levelSchema,
    apply: levelSchema,
    verify: levelSchema,
  }),
  facts: z.object({
    connections: z.number(),
    changesSinceYesterday: z.number(),
    draftedByRules: z.number(),
    draftedByModel: z.number(),
    waiting: z.number(),
    waitingForMe: z.number(),
    dueToday: z.number(),
    approvedNotApplied: z.number(),
    running: z.number(),
    awaitVerification: z.number(),
    held30d: z.number(),
    verified30d: z.number(),
  }),
  waitsForMe: z.array(proposalSummarySchema),
  changes: z.array(changeViewSchema),
  unhealthy: z.array(connectionSummarySchema),
  recentRuns: z.array(applyRunSummarySchema),
})
export type Home = z.infer<typeof homeSchema>

export const statusSchema = z.object({
  waitingForMe: z.number(),
  openChanges: z.number(),
  openIncidents: z.number(),
  running: z.number(),
  calls: z.object({ used: z.number(), limit: z.number() }).nullable(),
  workers: z.number(),
  lastRefreshAt: instant.nullable(),
  account: z.object({
    state: z.enum(['none', 'untested', 'connected', 'refused', 'unreachable']),
    detail: z.string().nullable(),
  }),
  /** Whether calls wait, for a `Retry-After` or after failures; null without an account. */
  callPause: callPauseSchema.nullable(),
  deadJobs: z.number(),
  /** Who stopped everything automatic; null: nobody did. */
  automationStop: automationStopSchema.nullable(),
  /** Present in the demo only: the sandbox's scenario can be played from the console. */
  demo: z.object({ enabled: z.boolean() }),
})
export type Status = z.infer<typeof statusSchema>
