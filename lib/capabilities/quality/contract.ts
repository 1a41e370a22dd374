import { z } from 'zod'
import { connectionRefSchema } from '@/lib/control-loop/connection/contract'
import { checkTermsSchema } from '@/lib/control-loop/proposal/domain/check-promise'
import { exportFormats } from './domain/export/checked-table'
import { tableProfileSchema } from './domain/profile/table-profile'

/** REST shapes of the rows: what was measured of a table, what it is held to, and what a run found. */
const instant = z.iso.datetime({ offset: true })
const name = z.string().min(1).max(500)

export const profileRunViewSchema = z.object({
  id: z.string(),
  state: z.enum(['planned', 'running', 'measured', 'refused']),
  plannedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** The sync whose rows it measures. */
  syncedAt: instant.nullable(),
  step: z.string().nullable(),
  stepsDone: z.number(),
  stepsPlanned: z.number(),
  rows: z.number().nullable(),
  /** Why nothing was measured. */
  refusal: z.string().nullable(),
})
export type ProfileRunView = z.infer<typeof profileRunViewSchema>

const watch = {
  connection: connectionRefSchema,
  /** Whether tables are measured after each sync. */
  profilesTables: z.boolean(),
  hasWarehouse: z.boolean(),
}

export const connectionProfilesSchema = z.object({
  ...watch,
  tables: z.array(z.object({ schema: z.string(), table: z.string(), run: profileRunViewSchema })),
  planned: z.number(),
  running: z.number(),
})
export type ConnectionProfiles = z.infer<typeof connectionProfilesSchema>

export const tableProfileViewSchema = z.object({
  ...watch,
  schema: z.string(),
  table: z.string(),
  /** The run planned last, whatever became of it. */
  latest: profileRunViewSchema.nullable(),
  /** What the last measurement found. */
  measured: z.object({ runId: z.string(), at: instant, profile: tableProfileSchema }).nullable(),
  /** Newest first. */
  history: z.array(profileRunViewSchema),
})
export type TableProfileView = z.infer<typeof tableProfileViewSchema>

export const profileRunRequestSchema = z
  .object({ connectionId: z.uuid(), schema: name.optional(), table: name.optional() })
  .strict()
  .refine(({ schema, table }) => (schema === undefined) === (table === undefined), 'A table is named with its schema')
export type ProfileRunRequest = z.infer<typeof profileRunRequestSchema>
export const profilePlannedSchema = z.object({ planned: z.number(), correlationId: z.string() })
export const profileCancelledSchema = z.object({ cancelled: z.number(), correlationId: z.string() })

export const profilingSwitchSchema = z.object({ profilesTables: z.boolean() }).strict()

const outcomeSchema = z.enum(['passed', 'failed', 'not-run'])
const stateSchema = z.enum(['failing', 'warning', 'not-run', 'passing'])

export const checkResultViewSchema = z.object({
  id: z.string(),
  at: instant,
  syncedAt: instant.nullable(),
  outcome: outcomeSchema,
  rows: z.number().nullable(),
  failing: z.number().nullable(),
  /** What was found, in words; why, where it was not looked at. Holds no value of a row. */
  found: z.string(),
  tookMs: z.number(),
})
export type CheckResultView = z.infer<typeof checkResultViewSchema>

export const checkRowSchema = z.object({
  id: z.string(),
  connection: connectionRefSchema,
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  schema: z.string(),
  table: z.string(),
  /** `status` is one of 7 values: names stand in backquotes. */
  title: z.string(),
  /** What is promised, as short as a cell. */
  bound: z.string(),
  terms: checkTermsSchema,
  acceptedAt: instant,
  acceptedBy: z.string(),
  proposalId: z.string(),
  retired: z.object({ at: instant, by: z.string() }).nullable(),
  state: stateSchema,
  since: instant.nullable(),
  recovered: z.object({ at: instant, afterMinutes: z.number() }).nullable(),
  last: checkResultViewSchema.nullable(),
  /** The last runs, oldest first. */
  strip: z.array(outcomeSchema),
})
export type CheckRow = z.infer<typeof checkRowSchema>

export const qualityQuerySchema = z.object({
  state: stateSchema.optional(),
  connection: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  /** The range of the scores, in days. */
  days: z.coerce.number().int().min(1).max(90).default(14),
})
export type QualityQuery = z.infer<typeof qualityQuerySchema>

export const qualityOverviewSchema = z.object({
  /** Failing first. */
  items: z.array(checkRowSchema),
  counts: z.object({
    all: z.number(),
    failing: z.number(),
    warning: z.number(),
    notRun: z.number(),
    passing: z.number(),
  }),
  lastRunAt: instant.nullable(),
  connections: z.array(
    z.object({
      connection: connectionRefSchema,
      owner: z.object({ id: z.string(), name: z.string() }).nullable(),
      checks: z.number(),
      failing: z.number(),
      warning: z.number(),
      notRun: z.number(),
      /** Share of looks that held, by UTC day; null where none told anything. */
      days: z.array(z.object({ day: z.string(), share: z.number().nullable() })),
    }),
  ),
  /** Hold again since less than a day. */
  recovered: z.array(checkRowSchema),
  /** Of tables that were measured at all. */
  cover: z.object({
    measured: z.number(),
    held: z.number(),
    withKey: z.number(),
    keysHeld: z.number(),
    freshnessHeld: z.number(),
  }),
  /** Some measured tables that are held to nothing, and how many there are. */
  gaps: z.array(
    z.object({ connection: connectionRefSchema, schema: z.string(), table: z.string(), suggestions: z.number() }),
  ),
  gapCount: z.number(),
})
export type QualityOverview = z.infer<typeof qualityOverviewSchema>

export const checkDetailQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(90).default(14) })
export const checkDetailSchema = z.object({
  check: checkRowSchema,
  /** Newest first. */
  results: z.array(checkResultViewSchema),
  /** More results lie in the range than are shown. */
  isCut: z.boolean(),
})
export type CheckDetail = z.infer<typeof checkDetailSchema>

export const tableChecksSchema = z.object({
  checks: z.array(checkRowSchema),
  /** What open proposals would add or retire. */
  waiting: z.array(z.object({ proposalId: z.string(), number: z.number(), isRetired: z.boolean(), title: z.string() })),
  /** Measurements that suggestions rest on. */
  measurements: z.number(),
  suggestions: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      bound: z.string(),
      terms: checkTermsSchema,
      why: z.array(z.string()),
      /** What it would have said of the past. */
      backTest: z.object({
        told: z.number(),
        silent: z.number(),
        alarms: z.number(),
        days: z.number().nullable(),
        alarmsPerMonth: z.number().nullable(),
        alarmsPerMonthMax: z.number().nullable(),
      }),
    }),
  ),
})
export type TableChecks = z.infer<typeof tableChecksSchema>

export const checkRunRequestSchema = z.object({ connectionId: z.uuid() }).strict()

export const checkFileQuerySchema = z.object({ format: z.enum(exportFormats) })
export const checkFileSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  text: z.string(),
  /** Checks that the other tool cannot say, as sentences. */
  leftOut: z.array(z.string()),
})
