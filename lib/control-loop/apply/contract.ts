import { z } from 'zod'
import { connectionRefSchema } from '@/lib/control-loop/connection/contract'
import { wayBackSchema } from '@/lib/control-loop/policy/domain/verdict'
import { applyRunStates } from '@/lib/control-loop/stages'
import { planStepSchema, stateDifferenceSchema } from './domain/plan-step'

/** REST shapes of apply runs. */
const instant = z.iso.datetime({ offset: true })
export const applyRunStateSchema = z.enum(applyRunStates)
export const stepStateSchema = z.enum([
  'waits',
  'intent',
  'looked',
  'called',
  'read-back',
  'done',
  'already-so',
  'changed-elsewhere',
  'failed',
])

export const applyRunSummarySchema = z.object({
  id: z.string(),
  number: z.number(),
  proposal: z.object({ id: z.string(), number: z.number() }),
  connection: connectionRefSchema,
  title: z.string(),
  state: applyRunStateSchema,
  stepsDone: z.number(),
  stepsTotal: z.number(),
  startedByName: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  problem: z.string().nullable(),
})
export type ApplyRunSummary = z.infer<typeof applyRunSummarySchema>

export const applyRunListQuerySchema = z.object({
  state: applyRunStateSchema.optional(),
  connection: z.uuid().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const applyRunListSchema = z.object({ items: z.array(applyRunSummarySchema), nextCursor: z.string().nullable() })

export const applyRunDetailSchema = applyRunSummarySchema.extend({
  planHash: z.string(),
  revision: z.number(),
  startedAt: instant.nullable(),
  leaseUntil: instant.nullable(),
  workerId: z.string().nullable(),
  approvedBy: z.array(z.object({ name: z.string(), at: instant })),
  steps: z.array(
    z.object({
      step: planStepSchema,
      state: stepStateSchema,
      intentAt: instant.nullable(),
      lookedAt: instant.nullable(),
      calledAt: instant.nullable(),
      readBackAt: instant.nullable(),
      doneAt: instant.nullable(),
      callStatus: z.number().nullable(),
      callTookMs: z.number().nullable(),
      problem: z.string().nullable(),
    }),
  ),
  difference: z.array(stateDifferenceSchema).nullable(),
  verification: z
    .object({
      held: z.boolean(),
      checks: z.array(
        z.object({ check: z.string(), outcome: z.enum(['held', 'broken', 'cannot-tell']), detail: z.string() }),
      ),
      at: instant,
    })
    .nullable(),
  wayBack: wayBackSchema,
  log: z.array(z.object({ at: instant, who: z.string(), text: z.string() })),
  correlationId: z.string(),
  can: z.object({ stop: z.boolean(), retry: z.boolean(), revert: z.boolean(), refusal: z.string().nullable() }),
})
export type ApplyRunDetail = z.infer<typeof applyRunDetailSchema>

export const startApplyRunRequestSchema = z.object({ planHash: z.string().regex(/^[0-9a-f]{64}$/) }).strict()
export const startApplyRunResponseSchema = z.object({ id: z.string(), number: z.number() })
