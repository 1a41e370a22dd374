import { createHash } from 'node:crypto'
import type { TableRef, TreeHeader } from './tree-header'

/** SHA-256 (hex) of a whole snapshot, from its header and the fingerprints of its tables; the order of either never matters. */
export function fingerprintTree(header: TreeHeader, tables: readonly TableRef[]): string {
  const hash = createHash('sha256')
  hash.update(`${header.changeHandling} ${header.typeLocked ?? '-'}`)
  for (const name of Object.keys(header.schemas).sort()) {
    const schema = header.schemas[name]
    if (schema !== undefined) hash.update(`\n${JSON.stringify([name, schema.destinationName, schema.enabled])}`)
  }
  // The table's own hash covers its path, so sorting by hash is a total order of the set.
  for (const tableHash of tables.map((table) => table.hash).sort()) hash.update(`\n${tableHash}`)
  return hash.digest('hex')
}
