import type { LogicalType, SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ForeignKey } from '../inferred-table'
import type { Collision } from '../naming/find-collisions'

/** How one column of a source should be synced. Every field may be edited before anything is made of it. */
export interface ColumnMapping {
  source: string
  /** In the destination. */
  name: string
  /** For models above it. */
  standardName: string
  type: LogicalType
  enabled: boolean
  hashed: boolean
  nullable: boolean
  class: string | null
  description: string | null
  reasons: string[]
}

export interface TableMapping {
  source: string
  name: string
  enabled: boolean
  syncMode: SyncMode
  syncModeReason: string
  /** Source names. */
  key: string[]
  keyReason: string
  load: 'incremental' | 'full'
  cursor: string | null
  loadReason: string
  partitionBy: string | null
  clusterBy: string[]
  foreignKeys: ForeignKey[]
  columns: ColumnMapping[]
  /** What happens to nested values. */
  nested: { path: string; as: 'columns' | 'json' | 'child-table'; table: string | null; reason: string }[]
  /** For a table made of an array of another: where its rows come from, and how they know their parent. */
  parent: { table: string; path: string } | null
}

export interface MappingProposal {
  schema: string
  tables: TableMapping[]
  collisions: (Collision & { table: string | null })[]
}
