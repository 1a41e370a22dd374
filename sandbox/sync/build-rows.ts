import { createHash } from 'node:crypto'
import type { TableReader } from '@/sandbox/source/read-cell'
import type { RowChange } from '@/sandbox/source/row-history'
import { type CellValue, castValue } from '@/sandbox/types/cast-value'
import type { WarehouseRow } from '@/sandbox/warehouse/warehouse'
import type { LiveColumn, TablePlan } from './plan-table-sync'
import { DELETED_COLUMN, ID_COLUMN, SYNCED_COLUMN } from './system-columns'

export interface RowInput {
  plan: TablePlan
  reader: TableReader
  changes: RowChange[]
  syncedAt: Date
  /** Mixed into hashes, so that equal values of two accounts do not look equal. */
  salt: string
}

/** Takes the rows that moved; gives them in the shape of the destination, system columns and ghosts included. */
export function buildRows(input: RowInput): WarehouseRow[] {
  const rows: WarehouseRow[] = []
  for (const change of input.changes) {
    // Without a key an update cannot be one: the old row is marked deleted and a new one is written.
    const replaces = input.plan.keyless && change.previousVersion !== null && change.previousVersion !== change.version
    if (replaces && change.previousVersion !== null)
      rows.push(buildRow(input, change.row, change.previousVersion, true))
    if (!(replaces && change.deleted)) rows.push(buildRow(input, change.row, change.version, change.deleted))
  }
  return rows
}

function buildRow(input: RowInput, row: number, version: number, deleted: boolean): WarehouseRow {
  const { plan, reader } = input
  const result: WarehouseRow = {}
  for (const column of plan.live) {
    result[column.name] = deliverValue(reader.read(column.source, row, version), column, input.salt)
  }
  for (const ghost of plan.ghosts) result[ghost.name] = null
  if (plan.keyless)
    result[ID_COLUMN.name] = digest(`${plan.delivered.sourceTable}:${reader.tableHash}:${row}:${version}`)
  result[DELETED_COLUMN.name] = deleted
  result[SYNCED_COLUMN.name] = input.syncedAt.toISOString()
  return result
}

function deliverValue(value: CellValue, column: LiveColumn, salt: string): CellValue {
  if (value === null || column.refused) return null
  if (column.hashed) return digest(`${salt}${typeof value === 'object' ? JSON.stringify(value) : value}`)
  const cast = castValue(value, column.type)
  return typeof cast === 'string' && column.length !== null ? cast.slice(0, column.length) : cast
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
