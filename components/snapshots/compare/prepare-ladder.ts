import { type LogicalType, logicalTypes } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isWidening } from '@/lib/control-loop/snapshot/domain/type-lattice'

export interface Rung {
  type: LogicalType
  mark: 'was' | 'is' | null
}

/**
 * One way up the widening lattice that passes both types, narrowest first: where the column stood, where it stands, and what is left above it.
 * Empty when neither type holds the other: there is no ladder between them.
 */
export function prepareLadder(base: LogicalType, revision: LogicalType): Rung[] {
  if (!isWidening(base, revision) && !isWidening(revision, base)) return []
  const chain: LogicalType[] = [base, revision]
  for (const type of logicalTypes) {
    if (!chain.includes(type) && chain.every((rung) => isWidening(rung, type) || isWidening(type, rung)))
      chain.push(type)
  }
  chain.sort((one, other) => (isWidening(one, other) ? -1 : 1))
  const lower = Math.min(chain.indexOf(base), chain.indexOf(revision))
  // One rung below is enough to see that there is a below.
  return chain.slice(Math.max(0, lower - 1)).map((type) => ({
    type,
    mark: type === base ? 'was' : type === revision ? 'is' : null,
  }))
}
