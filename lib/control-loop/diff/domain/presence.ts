import type { ColumnState, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** True while the source has the column, as far as anybody knows. A ghost that only the destination keeps is not present. */
export function isColumnPresent(column: ColumnState | undefined): column is ColumnState {
  return column !== undefined && column.inSource !== false && column.lock?.code !== 'deleted'
}

/** True while the source has the table. The config keeps listing a table that is gone, with a lock that says so. */
export function isTablePresent(table: TableState | undefined): table is TableState {
  return table !== undefined && table.lock?.code !== 'deleted'
}
