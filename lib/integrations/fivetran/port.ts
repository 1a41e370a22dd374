import type { NameFormat } from '@/lib/control-loop/proposal/domain/connector-types'
import type { ChangeHandling, Lock, SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * What Headgate needs from the service that moves the data, in our own words. `client/` satisfies it for Fivetran over HTTP.
 * Every method rejects with one of the errors of `errors.ts` and nothing else; none retries a write.
 */
export interface FivetranPort {
  /** Who the credentials belong to. The cheapest authenticated call: used by *Test*. `writing` asks with the key of writes. */
  readAccount(as?: 'reading' | 'writing'): Promise<AccountIdentity>
  listGroups(): Promise<ObservedGroup[]>
  /** null when the group has no destination yet. */
  readDestination(groupId: string): Promise<ObservedDestination | null>
  /** All connections of the account to the last page. One unreadable item is reported in `unreadable`, never thrown. */
  listConnections(): Promise<{
    connections: ObservedConnection[]
    unreadable: { externalId: string | null; reason: string }[]
  }>
  readConnection(externalId: string): Promise<ObservedConnection>
  /** The connection that has this name in a group, exactly; names are unique there, which makes them the mark of a create. null: it is free. */
  findConnection(groupId: string, name: string): Promise<ObservedConnection | null>
  /** The stored schema config. `absent` before the first sync or reload: a state, not an error. */
  readSchemaConfig(externalId: string): Promise<SchemaConfig | 'absent'>
  /** Every column of one table, asked from the source (a source interaction, budgeted). `absent` when the table is unknown there. */
  readSourceColumns(externalId: string, schema: string, table: string): Promise<Record<string, ConfigColumn> | 'absent'>
  /** Re-reads the source's objects into the stored config; starts no sync. A source interaction; may take minutes. */
  reloadSchemaConfig(externalId: string): Promise<SchemaConfig>
  /**
   * Sends one edit as the smallest request that expresses it; answers with the request that was sent. Never re-sent by the client. A create has no
   * connection yet: `externalId` is null for it, and for nothing else.
   */
  sendEdit(externalId: string | null, edit: ConnectionEdit): Promise<SentRequest>
  startSync(externalId: string): Promise<void>
  listWebhooks(): Promise<ObservedWebhook[]>
  /** The service probes the address before it answers; a refused probe is an `InvalidRequestError` with the service's words. */
  createWebhook(input: { url: string; events: string[]; secret: string }): Promise<ObservedWebhook>
  /** Changes the signing secret or switches it on again; switching on is probed like a creation. */
  updateWebhook(webhookId: string, change: { secret?: string; active?: boolean }): Promise<ObservedWebhook>
  deleteWebhook(webhookId: string): Promise<void>
}

export interface AccountIdentity {
  accountId: string
  accountName: string
  /** A scoped key acts as a person, a system key for itself. */
  keyKind: 'user' | 'system'
}

export interface ObservedGroup {
  externalId: string
  name: string
}

export interface ObservedDestination {
  externalId: string
  service: string
  region: string | null
  setupState: 'incomplete' | 'connected' | 'broken' | 'unknown'
}

export interface ConnectionTask {
  code: string
  message: string
}

export interface ObservedConnection {
  externalId: string
  groupId: string
  /** The connector type, e.g. `salesforce`. */
  service: string
  /** Connection name and destination schema or prefix. */
  schemaName: string
  paused: boolean
  syncFrequencyMinutes: number | null
  scheduleKind: 'auto' | 'manual' | 'unknown'
  setupState: 'incomplete' | 'connected' | 'broken' | 'unknown'
  syncState: 'scheduled' | 'syncing' | 'paused' | 'rescheduled' | 'unknown'
  isDelayed: boolean
  isHistoricalSync: boolean
  succeededAt: Date | null
  failedAt: Date | null
  rescheduledFor: Date | null
  tasks: ConnectionTask[]
  warnings: ConnectionTask[]
}

export interface ConfigColumn {
  destinationName: string
  enabled: boolean
  hashed: boolean
  primaryKey: boolean | null
  lock: Lock | null
}
export interface ConfigTable {
  destinationName: string
  enabled: boolean
  syncMode: SyncMode | null
  lock: Lock | null
  supportsColumns: boolean
  /** Touched columns only: absence says nothing. */
  columns: Record<string, ConfigColumn>
}
export interface SchemaConfig {
  changeHandling: ChangeHandling
  typeLocked: boolean | null
  schemas: Record<string, { destinationName: string; enabled: boolean; tables: Record<string, ConfigTable> }>
}

/** One column's settings to write. `enabled` is always sent (the service demands it), so it comes from a fresh read. */
export interface ColumnEdit {
  schema: string
  table: string
  column: string
  enabled: boolean
  hashed?: boolean
  primaryKey?: boolean
}
export interface SchemaSettings {
  columns: ColumnEdit[]
  tables: { schema: string; table: string; enabled?: boolean; syncMode?: SyncMode }[]
  schemas: { schema: string; enabled: boolean }[]
  changeHandling?: ChangeHandling
}
export type ConnectionEdit =
  | ({ kind: 'schema-config' } & SchemaSettings)
  | { kind: 'pause'; paused: boolean }
  | { kind: 'resync-tables'; tables: { schema: string; table: string }[] }
  /** Always paused, always without credentials, and without set-up tests: they could only fail. */
  | {
      kind: 'create-connection'
      groupId: string
      service: string
      nameFormat: NameFormat
      name: string
      part: string | null
      address: { host: string; port: number; database: string } | null
    }
  /** The schema config of a connection whose source was never looked at. Setting the same again changes nothing. */
  | ({ kind: 'preset-schema-config' } & SchemaSettings)

/** A request as it is (to be) sent: shown to approvers and written in the log with the same words. */
export interface RequestDescription {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  body: unknown
}
export interface SentRequest extends RequestDescription {
  status: number
  tookMs: number
  /** Whether the reply repeats what was set, word for word; null where replies of this kind do not say. */
  confirmed: boolean | null
}

export interface ObservedWebhook {
  webhookId: string
  url: string
  events: string[]
  active: boolean
}

/** What a call costs: `write` changes something and is sent once, `source` asks the customer's source and has its own quota. */
export type CallKind = 'read' | 'write' | 'source'

/**
 * Decides when a call may leave. The built-in one keeps a `Retry-After` within this client; an implementation over a shared store can
 * keep it, a request budget and a circuit breaker among all workers.
 */
export interface Pace {
  /** Resolves when the call may be sent. Rejects with `RateLimitedError` when that is further away than the caller may wait. */
  admit(kind: CallKind): Promise<void>
  /** The service asked for silence until this instant. Awaited before anything else is done. */
  holdUntil(instantMs: number): void | Promise<void>
  /** How an attempt went: `failed` got no answer or a fault of the service, a refusal is an answer. */
  noteOutcome?(outcome: 'answered' | 'failed', reason: string | null): Promise<void>
}
