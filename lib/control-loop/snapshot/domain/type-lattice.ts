import { type LogicalType, logicalTypes } from './schema-tree'

/**
 * The widening lattice: an edge leads to the next type that holds every value of the first without loss.
 * The numeric and date edges and STRING as the top are documented by the mover of the data or seen on it; the rest is the cautious
 * reading: what is not known to be lossless meets at STRING. A long and a double meet there too, because whether a decimal holds
 * both depends on the values, which types do not tell.
 */
const edges: Record<LogicalType, readonly LogicalType[]> = {
  BOOLEAN: ['STRING'],
  SHORT: ['INT', 'FLOAT'],
  INT: ['LONG', 'DOUBLE'],
  LONG: ['BIGDECIMAL'],
  BIGDECIMAL: ['STRING'],
  FLOAT: ['DOUBLE'],
  DOUBLE: ['STRING'],
  LOCALDATE: ['LOCALDATETIME'],
  LOCALDATETIME: ['STRING'],
  INSTANT: ['STRING'],
  LOCALTIME: ['STRING'],
  JSON: ['STRING'],
  XML: ['STRING'],
  BINARY: ['STRING'],
  STRING: [],
}

/** For each type, itself and every type above it. */
const above = new Map<LogicalType, ReadonlySet<LogicalType>>(logicalTypes.map((type) => [type, reach(type)]))

function reach(type: LogicalType): Set<LogicalType> {
  const found = new Set<LogicalType>([type])
  for (const member of found) for (const next of edges[member]) found.add(next)
  return found
}

function atOrAbove(type: LogicalType): ReadonlySet<LogicalType> {
  return above.get(type) ?? new Set<LogicalType>(['STRING'])
}

/** The most specific type that holds both losslessly. Symmetric, associative, and a type joined with itself is itself. */
export function joinTypes(one: LogicalType, other: LogicalType): LogicalType {
  let best: LogicalType = 'STRING'
  for (const candidate of atOrAbove(one)) {
    // Of two common upper types the lower one has more types above it.
    if (atOrAbove(other).has(candidate) && atOrAbove(candidate).size > atOrAbove(best).size) best = candidate
  }
  return best
}

/** True when a column moves to a strictly wider type: every old value still fits. */
export function isWidening(from: LogicalType, to: LogicalType): boolean {
  return from !== to && atOrAbove(from).has(to)
}
