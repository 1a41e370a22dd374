import type { TableRef } from '@/lib/control-loop/snapshot/domain/tree-header'

/** One table whose body must be read to say what changed; a null hash is a side without the table. */
export interface DifferingTable {
  schema: string
  table: string
  baseHash: string | null
  revisionHash: string | null
}

/** The tables two snapshots do not share, sorted by path. Reads no body: what it costs is one look-up a table. */
export function diffFingerprints(base: readonly TableRef[], revision: readonly TableRef[]): DifferingTable[] {
  // A fingerprint covers its path, so equal hashes are the same table and the usual case needs no path at all.
  const baseHashes = new Set(base.map((ref) => ref.hash))
  const unmatched = new Map<string, DifferingTable>()
  const revisionHashes = new Set<string>()
  for (const { schema, table, hash } of revision) {
    revisionHashes.add(hash)
    if (baseHashes.has(hash)) continue
    unmatched.set(pathKey(schema, table), { schema, table, baseHash: null, revisionHash: hash })
  }
  for (const { schema, table, hash } of base) {
    if (revisionHashes.has(hash)) continue
    const key = pathKey(schema, table)
    const found = unmatched.get(key)
    if (found === undefined) unmatched.set(key, { schema, table, baseHash: hash, revisionHash: null })
    else found.baseHash = hash
  }
  return [...unmatched.values()].sort(
    (one, other) => compare(one.schema, other.schema) || compare(one.table, other.table),
  )
}

function pathKey(schema: string, table: string): string {
  return `${schema.length}:${schema}${table}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
