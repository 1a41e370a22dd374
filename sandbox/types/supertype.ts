import type { LogicalType } from './logical-type'

/**
 * What each type widens to, one step at a time. The edges beyond the documented examples are inferred. LONG with DOUBLE has
 * no lossless common number type but BIGDECIMAL, and a double may not fit that, so STRING is where they meet.
 */
const WIDER: Record<LogicalType, readonly LogicalType[]> = {
  SHORT: ['INT', 'FLOAT'],
  INT: ['LONG', 'DOUBLE'],
  LONG: ['BIGDECIMAL'],
  FLOAT: ['DOUBLE'],
  DOUBLE: ['STRING'],
  BIGDECIMAL: ['STRING'],
  BOOLEAN: ['STRING'],
  LOCALDATE: ['LOCALDATETIME'],
  LOCALDATETIME: ['STRING'],
  INSTANT: ['STRING'],
  XML: ['STRING'],
  BINARY: ['STRING'],
  JSON: ['STRING'],
  STRING: [],
}

/** Takes the delivered and the incoming type; gives the most specific type that holds both without loss. Never narrows. */
export function supertype(delivered: LogicalType, incoming: LogicalType): LogicalType {
  const fromIncoming = distances(incoming)
  let best: LogicalType = 'STRING'
  let bestDistance = Number.POSITIVE_INFINITY
  for (const [type, distance] of distances(delivered)) {
    const other = fromIncoming.get(type)
    if (other === undefined || distance + other >= bestDistance) continue
    best = type
    bestDistance = distance + other
  }
  return best
}

function distances(start: LogicalType): Map<LogicalType, number> {
  const found = new Map<LogicalType, number>([[start, 0]])
  for (const [type, distance] of found) {
    for (const wider of WIDER[type]) {
      if (!found.has(wider)) found.set(wider, distance + 1)
    }
  }
  return found
}
