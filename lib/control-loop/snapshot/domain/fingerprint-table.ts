import { createHash } from 'node:crypto'
import { canonicalTable } from './canonical-table'
import type { TableState } from './schema-tree'

/** SHA-256 (hex) of the table's canonical form. The path is part of it, so two tables of equal shape have two fingerprints. */
export function fingerprintTable(schema: string, table: string, state: TableState): string {
  return createHash('sha256')
    .update(canonicalTable(schema, table, state))
    .digest('hex')
}
