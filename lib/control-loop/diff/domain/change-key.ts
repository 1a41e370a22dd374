import { createHash } from 'node:crypto'
import type { Path } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change } from './change'

/**
 * The stable identity of a change, SHA-256 (hex): the same fact seen again has the same key. For a move it is kind, path and both values.
 * For what was added or removed it is kind and path only: how a new thing looks fills in later (its type comes with the first sync, a
 * person may hash it meanwhile), and that must not read as another change.
 */
export function changeKey(change: Change): string {
  const path: Path = change.path
  const identity: unknown[] = [change.kind, path.schema ?? null, path.table ?? null, path.column ?? null]
  switch (change.kind) {
    case 'schema-added':
    case 'schema-removed':
    case 'table-added':
    case 'table-removed':
    case 'column-added':
    case 'column-removed':
      break
    default:
      identity.push(change.base, change.revision)
  }
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex')
}
