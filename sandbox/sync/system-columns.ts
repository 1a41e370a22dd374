import type { WarehouseColumn } from '@/sandbox/warehouse/warehouse'

export const SYNCED_COLUMN: WarehouseColumn = { name: '_fivetran_synced', type: 'INSTANT', length: null }
export const DELETED_COLUMN: WarehouseColumn = { name: '_fivetran_deleted', type: 'BOOLEAN', length: null }
/** Surrogate key of tables whose source has none. */
export const ID_COLUMN: WarehouseColumn = { name: '_fivetran_id', type: 'STRING', length: null }
