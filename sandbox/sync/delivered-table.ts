import type { SyncMode } from '@/sandbox/source/source-model'
import type { LogicalType } from '@/sandbox/types/logical-type'

/** What the service remembers about a table it has written. It plans from this memory and does not look at the destination. */
export interface DeliveredTable {
  sourceSchema: string
  sourceTable: string
  schema: string
  table: string
  key: string[]
  columns: DeliveredColumn[]
  mode?: SyncMode
  /** Revision of the source table that has been delivered. */
  revision: number
}

export interface DeliveredColumn {
  name: string
  /** Source-side name; null for a ghost, whose source column is gone. */
  source: string | null
  type: LogicalType
  length: number | null
  /** The type was frozen by the type lock. */
  locked?: boolean
}
