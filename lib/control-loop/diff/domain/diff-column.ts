import type { ColumnState, LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isWidening } from '@/lib/control-loop/snapshot/domain/type-lattice'
import type { Change } from './change'
import { isColumnPresent } from './presence'

export interface ColumnPath {
  schema: string
  table: string
  column: string
}

/**
 * The differences of one column both sides hold. A column that leaves the source is removed and says nothing more; a ghost says nothing.
 * `followsParent`: the schema's switch or the policy for new things moved, so an untouched column moving with it is no edit of its own.
 */
export function diffColumn(
  path: ColumnPath,
  base: ColumnState,
  revision: ColumnState,
  followsParent: boolean,
): Change[] {
  if (!isColumnPresent(revision)) return isColumnPresent(base) ? [{ kind: 'column-removed', path, base }] : []
  if (!isColumnPresent(base)) return [{ kind: 'column-added', path, revision }]
  const changes: Change[] = []
  const isConsequence = followsParent && !base.touched && !revision.touched
  if (base.enabled !== revision.enabled && !isConsequence) {
    changes.push({ kind: 'column-enablement-changed', path, base: base.enabled, revision: revision.enabled })
  }
  if (base.hashed !== revision.hashed) {
    changes.push({ kind: 'column-hash-changed', path, base: base.hashed, revision: revision.hashed })
  }
  if (base.type !== null && revision.type !== null && base.type !== revision.type) {
    changes.push(typeMove({ path, base: base.type, revision: revision.type }))
  }
  if (base.nullable !== null && revision.nullable !== null && base.nullable !== revision.nullable) {
    changes.push({ kind: 'nullability-changed', path, base: base.nullable, revision: revision.nullable })
  }
  if (base.destinationName !== revision.destinationName) {
    changes.push({
      kind: 'destination-name-changed',
      path,
      base: base.destinationName,
      revision: revision.destinationName,
    })
  }
  return changes
}

/** True when `diffColumn` has nothing to say of the two whatever is above them. */
export function areColumnsAlike(base: ColumnState, revision: ColumnState): boolean {
  return (
    base === revision ||
    (base.enabled === revision.enabled &&
      base.hashed === revision.hashed &&
      base.type === revision.type &&
      base.nullable === revision.nullable &&
      base.destinationName === revision.destinationName &&
      base.inSource === revision.inSource &&
      base.lock?.code === revision.lock?.code)
  )
}

function typeMove(move: { path: ColumnPath; base: LogicalType; revision: LogicalType }): Change {
  if (isWidening(move.base, move.revision)) return { kind: 'type-widened', ...move }
  if (isWidening(move.revision, move.base)) return { kind: 'type-narrowed', ...move }
  return { kind: 'type-changed', ...move }
}
