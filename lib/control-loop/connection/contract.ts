import { z } from 'zod'
import { warehouseAccessSchema, warehouseDoors } from './domain/warehouse-access'

/** REST shapes of what is watched: the Fivetran account, its destinations and connections. */
const instant = z.iso.datetime({ offset: true })

/** One word for how a connection is, worst first; `applying` names the run. */
export const connectionHealthSchema = z.enum([
  'broken',
  'late',
  'rescheduled',
  'applying',
  'syncing',
  'paused',
  'on-schedule',
  'incomplete',
  'removed',
])
export type ConnectionHealth = z.infer<typeof connectionHealthSchema>

export const personRefSchema = z.object({ id: z.string(), name: z.string() })
export const connectionRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  service: z.string(),
})

export const syncSchema = z.object({
  endedAt: instant.nullable(),
  startedAt: instant.nullable(),
  /** successful · failed · failed-with-task · rescheduled · cancelled · running */
  status: z.enum(['successful', 'failed', 'failed-with-task', 'rescheduled', 'cancelled', 'running']),
  reason: z.string().nullable(),
})
export type SyncView = z.infer<typeof syncSchema>

export const connectionSummarySchema = connectionRefSchema.extend({
  externalId: z.string(),
  destination: z.object({ id: z.string(), name: z.string(), service: z.string() }),
  health: connectionHealthSchema,
  /** Why it is so, e.g. `Token expired. Reconnect in Fivetran.`; null when all is well. */
  healthDetail: z.string().nullable(),
  paused: z.boolean(),
  syncFrequencyMinutes: z.number().nullable(),
  succeededAt: instant.nullable(),
  failedAt: instant.nullable(),
  nextSyncAt: instant.nullable(),
  freshnessTargetMinutes: z.number(),
  /** Minutes since the last success; null when it never succeeded. */
  ageMinutes: z.number().nullable(),
  recentSyncs: z.array(syncSchema),
  openProposals: z.object({ low: z.number(), medium: z.number(), high: z.number() }),
  openChanges: z.number(),
  owner: personRefSchema.nullable(),
  refreshedAt: instant.nullable(),
  refreshProblem: z.string().nullable(),
})
export type ConnectionSummary = z.infer<typeof connectionSummarySchema>

export const connectionListQuerySchema = z.object({
  filter: z.enum(['all', 'attention', 'mine']).default('all'),
  state: connectionHealthSchema.optional(),
  destination: z.string().optional(),
  service: z.string().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['state', 'name', 'freshness', 'proposals']).default('state'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ConnectionListQuery = z.infer<typeof connectionListQuerySchema>

export const connectionListSchema = z.object({
  items: z.array(connectionSummarySchema),
  nextCursor: z.string().nullable(),
  counts: z.object({
    all: z.number(),
    attention: z.number(),
    mine: z.number(),
    byHealth: z.record(z.string(), z.number()),
  }),
  facets: z.object({
    destinations: z.array(z.object({ id: z.string(), name: z.string() })),
    services: z.array(z.string()),
  }),
  /** What the account says: shown when the listed rows are old. */
  account: z.object({
    configured: z.boolean(),
    state: z.enum(['untested', 'connected', 'refused', 'unreachable']),
    detail: z.string().nullable(),
    refreshedAt: instant.nullable(),
  }),
  /** Connections that feed Headgate itself and are not listed. */
  hidden: z.array(z.string()),
})
export type ConnectionList = z.infer<typeof connectionListSchema>

export const connectionDetailSchema = connectionSummarySchema.extend({
  accountName: z.string(),
  setupState: z.string(),
  syncState: z.string(),
  isHistoricalSync: z.boolean(),
  tasks: z.array(z.object({ code: z.string(), message: z.string() })),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  changeHandling: z.enum(['allow-all', 'allow-columns', 'block-all']).nullable(),
  latestSnapshot: z
    .object({ id: z.string(), number: z.number(), takenAt: instant, tableCount: z.number(), columnCount: z.number() })
    .nullable(),
  baselineSnapshot: z.object({ id: z.string(), number: z.number(), takenAt: instant }).nullable(),
  snapshotCount: z.number(),
  /** Jobs under way for it: refresh, sync. */
  underWay: z.array(z.enum(['refresh', 'sync', 'apply'])),
  warehouse: z.object({ state: z.enum(['untested', 'connected', 'refused', 'unreachable']), configured: z.boolean() }),
})
export type ConnectionDetail = z.infer<typeof connectionDetailSchema>

export const editConnectionRequestSchema = z
  .object({ ownerId: z.uuid().nullable(), freshnessTargetMinutes: z.number().int().min(1).max(10_080) })
  .partial()
  .strict()
export type EditConnectionRequest = z.infer<typeof editConnectionRequestSchema>

/** Accepted work: poll `correlationId` in the audit, or the connection's `underWay`. */
export const acceptedSchema = z.object({ accepted: z.literal(true), correlationId: z.string() })
export type Accepted = z.infer<typeof acceptedSchema>

export const probeSchema = z.object({
  capability: z.string(),
  outcome: z.enum(['yes', 'no', 'not-tried']),
  detail: z.string().nullable(),
})

const callLimits = {
  requestsPerHourMax: z.number().int().min(10).max(20_000),
  sourcePerHourMax: z.number().int().min(10).max(5_000),
  sourcePerMinuteMax: z.number().int().min(10).max(500),
}

export const callPauseSchema = z.object({
  /** The service asked for silence until then. */
  heldUntil: instant.nullable(),
  /** `open`: calls failed one after the other and rest until `restUntil`; `trying`: one call looks whether the service is back. */
  breaker: z.enum(['closed', 'open', 'trying']),
  /** Failures in a row up to now. */
  failures: z.number(),
  restUntil: instant.nullable(),
  restReason: z.string().nullable(),
})
export type CallPause = z.infer<typeof callPauseSchema>

export const callBudgetSchema = callPauseSchema.extend({
  ...callLimits,
  /** Calls that may leave at once; more become free each minute. */
  requestsLeft: z.number(),
  sourceHourLeft: z.number(),
  sourceMinuteLeft: z.number(),
  /** The lesser of the two: what may leave at once for the source. */
  sourceLeft: z.number(),
})
export type CallBudget = z.infer<typeof callBudgetSchema>

export const fivetranSettingsSchema = z.object({
  configured: z.boolean(),
  account: z
    .object({
      id: z.string(),
      name: z.string(),
      externalId: z.string().nullable(),
      baseUrl: z.string(),
      keyHint: z.string().nullable(),
      /** First characters of the key that changes are sent with; null: the one key does both. */
      writeKeyHint: z.string().nullable(),
      credentialsSetAt: instant.nullable(),
      credentialsSetBy: z.string().nullable(),
      state: z.enum(['untested', 'connected', 'refused', 'unreachable']),
      stateDetail: z.string().nullable(),
      stateAt: instant.nullable(),
      probes: z.array(probeSchema),
      refreshMinutes: z.number(),
      refreshedAt: instant.nullable(),
      testUnderWay: z.boolean(),
    })
    .nullable(),
  webhook: z
    .object({
      address: z.string(),
      state: z.enum(['unregistered', 'registering', 'active', 'inactive', 'refused']),
      detail: z.string().nullable(),
      kept24h: z.number(),
      doubles24h: z.number(),
      refused24h: z.number(),
      deliveries: z.array(
        z.object({
          id: z.string(),
          receivedAt: instant,
          event: z.string().nullable(),
          connection: z.string().nullable(),
          outcome: z.enum(['kept', 'refused']),
          doubles: z.number(),
          refusal: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** The account's hourly quota as the service last said, and what Headgate allows itself of it. */
  calls: z.object({
    limit: z.number().nullable(),
    remaining: z.number().nullable(),
    at: instant.nullable(),
    budget: callBudgetSchema.nullable(),
  }),
  destinations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      externalId: z.string(),
      service: z.string(),
      region: z.string().nullable(),
      connections: z.number(),
      /** Which access opens it; null: no driver for this destination, types stay unknown. */
      warehouseDoor: z.enum(warehouseDoors).nullable(),
      warehouseConfigured: z.boolean(),
      warehouseHint: z.string().nullable(),
      warehouseState: z.enum(['untested', 'connected', 'refused', 'unreachable']),
      warehouseDetail: z.string().nullable(),
    }),
  ),
  admins: z.array(z.string()),
})
export type FivetranSettings = z.infer<typeof fivetranSettingsSchema>

export const saveCredentialsRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(100),
    baseUrl: z.url({ protocol: /^https?$/ }).max(300),
    apiKey: z.string().trim().min(1).max(500),
    apiSecret: z.string().trim().min(1).max(500),
    /** A second key for everything that changes something. Given with every save that wants one: a save replaces all keys. */
    writeKey: z
      .object({ apiKey: z.string().trim().min(1).max(500), apiSecret: z.string().trim().min(1).max(500) })
      .strict(),
  })
  .partial({ writeKey: true })
  .strict()
export type SaveCredentialsRequest = z.infer<typeof saveCredentialsRequestSchema>

export const editFivetranSettingsRequestSchema = z
  .object({ refreshMinutes: z.number().int().min(1).max(1440), ...callLimits })
  .partial()
  .strict()
export type EditFivetranSettingsRequest = z.infer<typeof editFivetranSettingsRequestSchema>

export const saveWarehouseRequestSchema = warehouseAccessSchema
export type SaveWarehouseRequest = z.infer<typeof saveWarehouseRequestSchema>
