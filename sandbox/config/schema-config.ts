import type { SyncMode } from '@/sandbox/source/source-model'

/** What the service stores about what to sync. Keys are source-side names, case-sensitive. */
export interface SchemaConfig {
  policy: SchemaChangeHandling
  typeLocked: boolean
  schemas: Record<string, ConfigSchema>
}

export type SchemaChangeHandling = 'ALLOW_ALL' | 'ALLOW_COLUMNS' | 'BLOCK_ALL'

export interface ConfigSchema {
  enabled: boolean
  tables: Record<string, ConfigTable>
}

export interface ConfigTable {
  enabled: boolean
  /** Gone from the source. */
  deleted: boolean
  /** A core table: nothing about the table itself can be changed. */
  readOnly: boolean
  supportsColumnsConfig: boolean
  syncMode: SyncMode
  /** Modes it may be switched to; empty where it cannot switch. */
  syncModes: readonly SyncMode[]
  columns: Record<string, ConfigColumn>
}

export interface ConfigColumn {
  enabled: boolean
  hashed: boolean
  primaryKey: boolean
  /** A person has set something here: from then on it is always listed. */
  touched: boolean
  deleted: boolean
  /** A person asked for it to leave the destination: the next sync drops it. */
  dropPending?: boolean
}
