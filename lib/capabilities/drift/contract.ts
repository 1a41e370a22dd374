import { z } from 'zod'
import { baselineSourceSchema } from './domain/baseline/baseline-version'
import { columnDriftDetailSchema } from './domain/column/column-drift-detail'
import { incidentSuspectSchema } from './domain/incident/incident-suspect'

/** REST shapes of drift, of incidents and of the call for retraining. */
const instant = z.iso.datetime({ offset: true })
const place = { connectionId: z.uuid(), schema: z.string(), table: z.string() }
const verdict = z.enum(['drift', 'stable', 'cannot-tell'])
const figures = { score: z.number().nullable(), psi: z.number().nullable(), distance: z.number().nullable() }

export const driftQuerySchema = z.object({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(30), z.literal(90)]))
    .default(30),
  connectionId: z.uuid().optional(),
})
export type DriftQuery = z.infer<typeof driftQuerySchema>

const cellSchema = z.object({
  day: z.iso.date(),
  /** `none`: not measured that day. */
  state: z.enum(['none', 'learning', 'judged', 'cannot-tell']),
  /** Columns that drifted. */
  drifted: z.number(),
  /** The greatest of the table's columns. */
  ...figures,
})
export type DriftCell = z.infer<typeof cellSchema>

export const appliedMarkSchema = z.object({
  at: instant,
  label: z.string(),
  title: z.string(),
  href: z.string(),
  connectionId: z.uuid(),
})
export type AppliedMark = z.infer<typeof appliedMarkSchema>

const baselineViewSchema = z.object({
  version: z.number(),
  source: baselineSourceSchema,
  decidedBy: z.string(),
  decidedAt: instant,
})

const tableDriftSchema = z.object({
  ...place,
  connectionName: z.string(),
  state: z.enum(['judged', 'learning', 'cannot-tell']),
  baseline: baselineViewSchema.nullable(),
  measuredAt: instant,
  rows: z.number(),
  rowCount: z.object({ verdict: z.enum(['anomaly', 'usual', 'cannot-tell']), why: z.string() }),
  columns: z.number(),
  cells: z.array(cellSchema),
})
export type TableDrift = z.infer<typeof tableDriftSchema>

const columnRowSchema = z.object({
  ...place,
  connectionName: z.string(),
  column: z.string(),
  verdict,
  ...figures,
  distanceError: z.number().nullable(),
  isSensitive: z.boolean(),
  why: z.string(),
  measuredAt: instant,
  /** Since when it stands as a finding; null when it does not. */
  since: instant.nullable(),
  incident: z.number().nullable(),
  suspect: incidentSuspectSchema.nullable(),
})
export type ColumnDriftRow = z.infer<typeof columnRowSchema>

export const driftOverviewSchema = z.object({
  days: z.array(z.iso.date()),
  connections: z.array(z.object({ id: z.uuid(), name: z.string(), isWatched: z.boolean(), hasWarehouse: z.boolean() })),
  tables: z.array(tableDriftSchema),
  /** The largest effects first, at most a hundred. */
  columns: z.array(columnRowSchema),
  totals: z.object({
    tables: z.number(),
    tablesOver: z.number(),
    tablesLearning: z.number(),
    columns: z.number(),
    columnsOver: z.number(),
    cannotTell: z.number(),
  }),
  applied: z.array(appliedMarkSchema),
})
export type DriftOverview = z.infer<typeof driftOverviewSchema>

export const columnDriftQuerySchema = z.object({
  ...place,
  column: z.string(),
  days: driftQuerySchema.shape.days,
})
export type ColumnDriftQuery = z.infer<typeof columnDriftQuerySchema>

export const columnDriftViewSchema = z.object({
  ...place,
  connectionName: z.string(),
  column: z.string(),
  verdict,
  ...figures,
  detail: columnDriftDetailSchema,
  baseline: baselineViewSchema,
  reference: z.object({ measuredAt: instant, rows: z.number() }).nullable(),
  current: z.object({ profileRunId: z.uuid(), measuredAt: instant, rows: z.number() }),
  history: z.array(z.object({ at: instant, verdict, ...figures })),
  applied: z.array(appliedMarkSchema),
  incident: z
    .object({
      number: z.number(),
      state: z.enum(['open', 'acknowledged', 'closed']),
      since: instant,
      suspects: z.array(incidentSuspectSchema),
    })
    .nullable(),
})
export type ColumnDriftView = z.infer<typeof columnDriftViewSchema>

export const proposeBaselineRequestSchema = z
  .object({ profileRunId: z.uuid(), rationale: z.string().trim().min(1).max(2_000) })
  .strict()
export type ProposeBaselineRequest = z.infer<typeof proposeBaselineRequestSchema>
export const proposedBaselineSchema = z.object({ id: z.string(), number: z.number() })

export const incidentListQuerySchema = z.object({ state: z.enum(['open', 'closed']).default('open') })
export type IncidentListQuery = z.infer<typeof incidentListQuerySchema>

export const incidentViewSchema = z.object({
  id: z.uuid(),
  number: z.number(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  state: z.enum(['open', 'acknowledged', 'closed']),
  openedAt: instant,
  lastAt: instant,
  acknowledgedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  closedReason: z.string().nullable(),
  suspects: z.array(incidentSuspectSchema),
  findings: z.array(
    z.object({
      id: z.uuid(),
      schema: z.string(),
      table: z.string(),
      kind: z.enum(['column', 'row-count', 'freshness']),
      column: z.string(),
      score: z.number(),
      why: z.string(),
      firstAt: instant,
      clearedAt: instant.nullable(),
    }),
  ),
  retraining: z.object({ state: z.enum(['waiting', 'sent', 'failed']), detail: z.string().nullable() }).nullable(),
})
export type IncidentView = z.infer<typeof incidentViewSchema>
export const incidentListSchema = z.object({
  items: z.array(incidentViewSchema),
  counts: z.object({ open: z.number(), closed: z.number() }),
})
export type IncidentList = z.infer<typeof incidentListSchema>

export const decideIncidentRequestSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('acknowledge'), reason: z.null() }),
  z.strictObject({ decision: z.literal('close'), reason: z.string().trim().min(1).max(2_000) }),
])
export type DecideIncidentRequest = z.infer<typeof decideIncidentRequestSchema>
export const decidedIncidentSchema = z.object({ id: z.string(), number: z.number() })

export const saveRetrainingHookRequestSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    enabled: z.boolean(),
    scoreMin: z.number().min(1).max(100),
    columnsMin: z.number().int().min(1).max(1_000),
    coolDownMinutes: z.number().int().min(0).max(525_600),
  })
  .strict()
export type SaveRetrainingHookRequest = z.infer<typeof saveRetrainingHookRequestSchema>
/** The key is shown this once; null when the one there is stays. */
export const savedRetrainingHookSchema = z.object({ key: z.string().nullable() })

export const retrainingViewSchema = z.object({
  hook: saveRetrainingHookRequestSchema
    .extend({ testedAt: instant.nullable(), testDetail: z.string().nullable() })
    .nullable(),
  calls: z.array(
    z.object({
      id: z.uuid(),
      incidentNumber: z.number(),
      state: z.enum(['waiting', 'sent', 'failed']),
      why: z.string(),
      detail: z.string().nullable(),
      createdAt: instant,
      sentAt: instant.nullable(),
    }),
  ),
})
export type RetrainingView = z.infer<typeof retrainingViewSchema>
export const retrainingTestSchema = z.object({ correlationId: z.string() })
