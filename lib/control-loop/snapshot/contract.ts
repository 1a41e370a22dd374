import { z } from 'zod'
import { changeSchema, renameSuggestionSchema } from '@/lib/control-loop/diff/domain/change'
import { schemaTreeSchema } from './domain/schema-tree'

/** REST shapes of snapshots, the schema tree and the comparison of two snapshots. */
const instant = z.iso.datetime({ offset: true })

export const snapshotTriggerSchema = z.enum(['first', 'delivery', 'poll', 'person', 'apply'])

export const snapshotSummarySchema = z.object({
  id: z.string(),
  number: z.number(),
  takenAt: instant,
  trigger: snapshotTriggerSchema,
  fingerprint: z.string(),
  tableCount: z.number(),
  columnCount: z.number(),
  /** Tables whose fingerprint moved since the snapshot before it. */
  tablesMoved: z.number(),
  isBaseline: z.boolean(),
  sources: z.array(
    z.object({
      source: z.enum(['stored-config', 'source-columns', 'information-schema']),
      outcome: z.enum(['read', 'partly', 'absent', 'failed', 'not-configured']),
      detail: z.string().nullable(),
    }),
  ),
  correlationId: z.string(),
})
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>

export const snapshotListSchema = z.object({ items: z.array(snapshotSummarySchema), nextCursor: z.string().nullable() })

/** A proposal shown inside the tree, beside the object it is about. */
export const ghostProposalSchema = z.object({
  id: z.string(),
  number: z.number(),
  schema: z.string().nullable(),
  table: z.string().nullable(),
  column: z.string().nullable(),
  title: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  state: z.string(),
  dueAt: instant.nullable(),
})

export const connectionSchemaSchema = z.object({
  snapshot: snapshotSummarySchema.nullable(),
  /** Absent when no snapshot exists yet; `problem` says why. */
  tree: schemaTreeSchema.nullable(),
  problem: z.string().nullable(),
  openChanges: z.array(
    z.object({
      id: z.string(),
      change: changeSchema,
      severity: z.enum(['safe', 'dangerous', 'breaking']),
      detectedAt: instant,
    }),
  ),
  proposals: z.array(ghostProposalSchema),
  /** What columns hold, by formatted path: a person's decision, else what the recognisers say. */
  classes: z.record(z.string(), z.object({ class: z.string(), measure: z.string().nullable() })),
})
export type ConnectionSchema = z.infer<typeof connectionSchemaSchema>

export const comparisonQuerySchema = z.object({ base: z.string(), revision: z.string() })
export const comparedChangeSchema = z.object({
  change: changeSchema,
  sentence: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sign: z.enum(['+', '-', '~']),
  severity: z.enum(['safe', 'dangerous', 'breaking']),
  reason: z.string(),
  /** The stored change and proposals that answer it, when the revision is the latest snapshot. */
  changeId: z.string().nullable(),
  proposals: z.array(z.object({ id: z.string(), number: z.number(), state: z.string() })),
})
export const comparisonSchema = z.object({
  base: snapshotSummarySchema,
  revision: snapshotSummarySchema,
  changes: z.array(comparedChangeSchema),
  renames: z.array(renameSuggestionSchema.extend({ decision: z.enum(['same', 'separate']).nullable() })),
  same: z.object({ tables: z.number(), columns: z.number() }),
})
export type Comparison = z.infer<typeof comparisonSchema>
