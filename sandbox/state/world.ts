import type { SchemaConfigPatch } from '@/sandbox/config/patch-request'
import type { SchemaConfig } from '@/sandbox/config/schema-config'
import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import type { Source } from '@/sandbox/source/source-model'
import type { DeliveredTable } from '@/sandbox/sync/delivered-table'
import type { Fault, FaultKind, WebhookFaults } from './fault'
import type { SystemKey } from './system-key'
import type { Transformation, TransformationProject } from './transformation'

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

/** Everything the sandbox knows. One JSON document, so that a restart or a copy of the file loses nothing. */
export interface World {
  format: 2
  seed: number
  faultSeed: number
  clockOffsetMs: number
  scenario: Scenario
  /** Groups as they are now; they start as the scenario's. */
  groups: Group[]
  /** Destination schemas of connections that are gone: their tables stay, and a reset still knows them as ours. */
  retiredSchemas: string[]
  systemKeys: SystemKey[]
  transformations: Transformation[]
  projects: TransformationProject[]
  /** What the account's log has seen. The Platform Connector writes it to the warehouse. */
  events: PlatformEvent[]
  nextEventId: number
  webhookFaults: WebhookFaults | null
  /** How many events webhooks were to hear of; seeds their dice. */
  emittedEvents: number
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
  /** A re-sync asked for while another sync ran or while paused; it starts when it can. */
  pendingResync: PendingResync | null
  /** What was asked of the schema before anybody had looked at the source. */
  precreated: SchemaConfigPatch | null
  /** Application services can be told to capture the schema first and wait. */
  schemaStatus: 'ready' | 'blocked_on_capture' | 'blocked_on_customer'
  /** Cursor of functions and SDK connectors; null before the first one was stored. */
  state: JsonObject | null
  destinationSchemaNames: 'FIVETRAN_NAMING' | 'SOURCE_NAMING'
  /** Credentials were given. They are write-only, so that only this is kept of them. */
  authorised: boolean
  rescheduledFor: string | null
  nextOutcome: DialledOutcome | null
}

/** Source-side names by schema; null means everything. */
export type ResyncScope = Record<string, string[]> | null

export interface PendingResync {
  scope: ResyncScope
  durationMs: number
}

/** How the next sync ends when somebody wants to see it end otherwise than well. */
export interface DialledOutcome {
  status: 'RESCHEDULED' | 'FAILURE'
  reason: string
  /** When a rescheduled sync is to run again, counted from its end. */
  afterMs: number
}

export interface Notice {
  code: string
  message: string
  details: string
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
  /** Only these tables, for a re-sync of single tables. */
  scope: ResyncScope
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

export type Group = Omit<Scenario['groups'][number], 'destination'> & {
  /** A group exists before its destination does. */
  destination: Destination | null
}

export type Destination = Scenario['groups'][number]['destination'] & {
  daylightSavingTimeEnabled: boolean
  networkingMethod: string
}

export interface PlatformEvent {
  id: number
  at: string
  connectionId: string | null
  transformationId: string | null
  syncId: string | null
  severity: 'INFO' | 'WARNING' | 'SEVERE'
  event: string
  data: JsonValue
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
  /** What the dial did to it, in the order it struck. */
  faults: string[]
}

export interface LogEntry {
  seq: number
  at: string
  method: string
  path: string
  body: JsonValue
  status: number
  effect: string[]
  /** The fault that struck the request; whoever called may not know what is written here. */
  fault: FaultKind | null
  /** The API key, `ui` for an edit behind our back, `sandbox` for a command. */
  actor: string
}

export interface RequestCounters {
  total: number
  byRoute: Record<string, number>
  byStatus: Record<string, number>
  sourceInteractions: number
  setupTests: number
  /** Calls made before the time a 429 had named for their route. */
  early: { route: string; at: string; allowedAt: string }[]
  /** Until when a route was told to wait. */
  waits: Record<string, string>
}
