import { z } from 'zod'
import { actionSchema, applyPaths } from '@/lib/control-loop/proposal/domain/action'

/**
 * A plan is data: this list is what reviewers see, what the plan hash covers and what the worker executes, in this order.
 * Stored as JSON in `proposal_revision.plan` and `apply_step.step`: changing it needs a migration.
 */
export const fieldMoveSchema = z.object({
  /** Formatted path, e.g. `public.customer.phone`; empty for the connection itself. */
  path: z.string(),
  field: z.enum([
    'synced',
    'check',
    'drift baseline',
    'hashed',
    'primary key',
    'sync mode',
    'new things',
    'paused',
    'baseline',
    'name',
    'history',
    'connection',
    'preset',
  ]),
  before: z.string(),
  after: z.string(),
})
export type FieldMove = z.infer<typeof fieldMoveSchema>

export const planStepSchema = z.object({
  index: z.number().int(),
  title: z.string(),
  applyPath: z.enum(applyPaths),
  actions: z.array(actionSchema).min(1),
  moves: z.array(fieldMoveSchema),
  /** The request this step will send; null when it touches nothing outside Headgate. */
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown() }).nullable(),
  /** Actions that undo the step; empty when it cannot be undone. */
  reverse: z.array(actionSchema),
})
export type PlanStep = z.infer<typeof planStepSchema>

/**
 * The live values of everything a plan touches, as read before the review and again before the apply. The approval is bound to its hash.
 */
export const beforeStateSchema = z.object({
  /** Of a connection that is to be created: `none`, `paused` once it is there as wanted, else what has its name. Absent where none is created. */
  connection: z.string().optional(),
  paused: z.boolean().nullable(),
  changeHandling: z.string().nullable(),
  objects: z.array(
    z.object({
      path: z.string(),
      enabled: z.boolean().nullable(),
      hashed: z.boolean().nullable(),
      primaryKey: z.boolean().nullable(),
      syncMode: z.string().nullable(),
      /** `missing` when the object is not there at all. */
      presence: z.enum(['present', 'missing', 'deleted']),
    }),
  ),
})
export type BeforeState = z.infer<typeof beforeStateSchema>

/** One field that is not what the reviewers saw. */
export const stateDifferenceSchema = z.object({
  path: z.string(),
  field: z.string(),
  reviewed: z.string(),
  live: z.string(),
  proposed: z.string().nullable(),
})
export type StateDifference = z.infer<typeof stateDifferenceSchema>
