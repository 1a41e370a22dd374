import type { Engine } from './logical-type'
import type { ChangeHandling, Lock, SchemaTree, SyncMode } from './schema-tree'

/** One column as the stored config or the source tells it. Structurally what the integration's port yields. */
export interface ObservedColumn {
  destinationName: string
  enabled: boolean
  hashed: boolean
  primaryKey: boolean | null
  lock: Lock | null
}

export interface ObservedTable {
  destinationName: string
  enabled: boolean
  syncMode: SyncMode | null
  lock: Lock | null
  supportsColumns: boolean
  /** Touched columns only: absence says nothing. */
  columns: Record<string, ObservedColumn>
}

export interface ObservedConfig {
  changeHandling: ChangeHandling
  typeLocked: boolean | null
  schemas: Record<string, { destinationName: string; enabled: boolean; tables: Record<string, ObservedTable> }>
}

/** A column as the destination's information schema lists it, under destination names. */
export interface WarehouseColumnFact {
  schema: string
  table: string
  column: string
  typeSpelling: string
  nullable: boolean
}

/** What the source said of one table: its columns, `absent` when it does not know the table, undefined when it was not asked. */
export type SourceAnswer = Record<string, ObservedColumn> | 'absent' | undefined

/** Everything one snapshot is made of. */
export interface SnapshotSources {
  config: ObservedConfig
  /** schema → table → what the source answered. */
  sourceColumns: Record<string, Record<string, SourceAnswer>>
  /** null when the destination could not be read: earlier types are carried over. */
  warehouse: readonly WarehouseColumnFact[] | null
  /** Source schema → its full name in the destination, where the connection tells it. */
  destinationSchemas: Record<string, string>
  engine: Engine
  previous: SchemaTree | null
}
