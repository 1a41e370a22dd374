import type { LogicalType } from '@/sandbox/types/logical-type'
import type { WarehouseColumn, WarehouseRow } from '@/sandbox/warehouse/warehouse'

export interface PlatformTable {
  name: string
  key: string[]
  columns: WarehouseColumn[]
  rows: WarehouseRow[]
}

/** Takes columns as `name: type`; gives them as the warehouse knows them. The shortest way to write a table down. */
export function columnsOf(shape: Record<string, LogicalType>): WarehouseColumn[] {
  return Object.entries(shape).map(([name, type]) => ({ name, type, length: null }))
}
