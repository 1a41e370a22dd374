import type { SyncMode } from '@/sandbox/source/source-model'
import type { WarehouseColumn } from '@/sandbox/warehouse/warehouse'

export const SYNCED_COLUMN: WarehouseColumn = { name: '_fivetran_synced', type: 'INSTANT', length: null }
export const DELETED_COLUMN: WarehouseColumn = { name: '_fivetran_deleted', type: 'BOOLEAN', length: null }
/** Surrogate key of tables whose source has none. */
export const ID_COLUMN: WarehouseColumn = { name: '_fivetran_id', type: 'STRING', length: null }
export const ACTIVE_COLUMN: WarehouseColumn = { name: '_fivetran_active', type: 'BOOLEAN', length: null }
export const START_COLUMN: WarehouseColumn = { name: '_fivetran_start', type: 'INSTANT', length: null }
export const END_COLUMN: WarehouseColumn = { name: '_fivetran_end', type: 'INSTANT', length: null }

/** End of a version that is still valid, and start of one whose beginning nobody knows. */
export const FOREVER = '9999-12-31T23:59:59.999Z'
export const BEGINNING = '0001-01-01T00:00:00.000Z'

/** What a mode adds to every table, the time of the sync left aside. */
const OF_MODE: Record<SyncMode, readonly WarehouseColumn[]> = {
  SOFT_DELETE: [DELETED_COLUMN],
  HISTORY: [ACTIVE_COLUMN, START_COLUMN, END_COLUMN],
  LIVE: [],
}

/** Takes a mode; gives the columns the service adds at the end of a table. */
export function systemColumns(mode: SyncMode): WarehouseColumn[] {
  return [...OF_MODE[mode], SYNCED_COLUMN]
}

/** Takes the key of the source and a mode; gives the key of the table. A table with history has a row for each version. */
export function physicalKey(key: string[], mode: SyncMode): string[] {
  return mode === 'HISTORY' ? [...key, START_COLUMN.name] : key
}
