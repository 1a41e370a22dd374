import type { TableRef } from './warehouse'

/** Takes any name and gives it as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Takes a table and gives its qualified SQL name. */
export function quoteTable(ref: TableRef): string {
  return `${quoteName(ref.schema)}.${quoteName(ref.table)}`
}
