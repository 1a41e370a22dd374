import type { SchemaConfig } from '@/sandbox/config/schema-config'
import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import type { Source } from '@/sandbox/source/source-model'
import type { DeliveredTable } from '@/sandbox/sync/delivered-table'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

/** Everything the sandbox knows. One JSON document, so that a restart or a copy of the file loses nothing. */
export interface World {
  format: 1
  seed: number
  clockOffsetMs: number
  scenario: Scenario
  /** Index of the timeline step that plays next. */
  nextStep: number
  connections: Connection[]
  webhooks: Webhook[]
  deliveries: Delivery[]
  faults: Fault[]
  log: LogEntry[]
  nextSeq: number
  requests: RequestCounters
}

export interface Connection {
  id: string
  groupId: string
  service: string
  serviceVersion: number
  schema: string
  connectedBy: string | null
  createdAt: string
  paused: boolean
  pauseAfterTrial: boolean
  syncFrequency: number
  scheduleType: 'auto' | 'manual'
  dailySyncTime: string | null
  dataDelaySensitivity: string
  dataDelayThreshold: number
  networkingMethod: string
  config: JsonObject
  setupState: 'incomplete' | 'connected' | 'broken'
  tasks: Notice[]
  warnings: Notice[]
  exposesPrimaryKeys: boolean
  isHistoricalSync: boolean
  succeededAt: string | null
  failedAt: string | null
  lastStartedAt: string | null
  source: Source
  schemaConfig: SchemaConfig | null
  delivered: DeliveredTable[]
  run: SyncRun | null
  /** The last syncs, newest last. The service itself forgets them; these are for the sandbox's own page and tests. */
  syncs: SyncRecord[]
}

export interface Notice {
  code: string
  message: string
  details: JsonValue
}

export interface SyncRun {
  syncId: string
  startedAt: string
  endsAt: string
  /** 2 when the first attempt stopped to widen a type. */
  attempt: 1 | 2
  durationMs: number
  /** Re-deliver every row of every table. */
  historical: boolean
}

export interface SyncRecord {
  syncId: string
  startedAt: string
  endedAt: string
  status: string
  reason: string | null
  rows: Record<string, number>
  schemaChanges: string[]
}

export interface Webhook {
  id: string
  type: 'account' | 'group'
  groupId: string | null
  url: string
  events: string[]
  active: boolean
  secret: string | null
  createdAt: string
  createdBy: string
  failingSince: string | null
}

export interface Delivery {
  id: string
  webhookId: string
  event: string
  body: string
  firstAttemptAt: string | null
  attempts: number
  nextAttemptAt: string | null
  lastStatus: number | null
  lastError: string | null
}

export interface Fault {
  id: string
  /** `METHOD /prefix` or `/prefix`. */
  route: string
  kind: 'status' | 'retry-after' | 'drop-reply' | 'hang' | 'truncate'
  status: number
  retryAfterSeconds: number
  /** How many more times; null without a limit. */
  times: number | null
  rate: number
  hits: number
}

export interface LogEntry {
  seq: number
  at: string
  method: string
  path: string
  body: JsonValue
  status: number
  effect: string[]
  /** The API key, `ui` for an edit behind our back, `sandbox` for a command. */
  actor: string
}

export interface RequestCounters {
  total: number
  byRoute: Record<string, number>
  byStatus: Record<string, number>
  sourceInteractions: number
  setupTests: number
}
