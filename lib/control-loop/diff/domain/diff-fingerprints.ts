import type { TableRef } from '@/lib/control-loop/snapshot/domain/tree-header'

/** One table whose body must be read to say what changed; a null hash is a side without the table. */
export interface DifferingTable {
  schema: string
  table: string
  baseHash: string | null
  revisionHash: string | null
}

/**
 * The tables two snapshots do not share, sorted by path. Reads no body. Lists in one order are walked side by side, up to the first table only one
 * side has; from there on it costs one look-up a table. No order is needed.
 */
export function diffFingerprints(base: readonly TableRef[], revision: readonly TableRef[]): DifferingTable[] {
  const found: DifferingTable[] = []
  let at = 0
  for (; at < base.length; at += 1) {
    const [one, other] = [base[at], revision[at]]
    if (one === undefined || other === undefined || one.table !== other.table || one.schema !== other.schema) break
    if (one.hash !== other.hash) {
      found.push({ schema: one.schema, table: one.table, baseHash: one.hash, revisionHash: other.hash })
    }
  }
  return [...found, ...diffUnordered(base.slice(at), revision.slice(at))].sort(
    (one, other) => compare(one.schema, other.schema) || compare(one.table, other.table),
  )
}

function diffUnordered(base: readonly TableRef[], revision: readonly TableRef[]): DifferingTable[] {
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
  return [...unmatched.values()]
}

function pathKey(schema: string, table: string): string {
  return `${schema.length}:${schema}${table}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
