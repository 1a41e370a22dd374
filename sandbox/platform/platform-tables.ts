import type { World } from '@/sandbox/state/world'
import type { LogicalType } from '@/sandbox/types/logical-type'
import type { WarehouseColumn, WarehouseRow } from '@/sandbox/warehouse/warehouse'
import { accountTables } from './account-tables'
import { logTable } from './log-table'
import { metadataTables } from './metadata-tables'

export interface PlatformTable {
  name: string
  key: string[]
  columns: WarehouseColumn[]
  rows: WarehouseRow[]
}

/** Takes the world and the group whose Platform Connector runs; gives its tables with everything they hold about that group. */
export function platformTables(world: World, groupId: string): PlatformTable[] {
  return [...accountTables(world, groupId), ...metadataTables(world, groupId), logTable(world, groupId)]
}

/** Takes columns as `name: type`; gives them as the warehouse knows them. The shortest way to write a table down. */
export function columnsOf(shape: Record<string, LogicalType>): WarehouseColumn[] {
  return Object.entries(shape).map(([name, type]) => ({ name, type, length: null }))
}
