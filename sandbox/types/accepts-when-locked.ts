import type { LogicalType } from './logical-type'

const NUMBERS: readonly LogicalType[] = ['SHORT', 'INT', 'LONG', 'FLOAT', 'DOUBLE', 'BIGDECIMAL']
const SCALARS: readonly LogicalType[] = ['BOOLEAN', ...NUMBERS, 'STRING']
const TIMES: readonly LogicalType[] = ['STRING', 'INSTANT', 'LOCALDATE', 'LOCALDATETIME']

/** The documented matrix: which changed types a locked type still takes. The rows of BINARY and XML were never read. */
const ACCEPTED: Record<LogicalType, readonly LogicalType[] | 'all'> = {
  BOOLEAN: SCALARS,
  SHORT: SCALARS,
  INT: SCALARS,
  LONG: SCALARS,
  FLOAT: SCALARS,
  DOUBLE: SCALARS,
  BIGDECIMAL: SCALARS,
  STRING: 'all',
  JSON: 'all',
  INSTANT: TIMES,
  LOCALDATE: TIMES,
  LOCALDATETIME: TIMES,
  BINARY: ['BINARY', 'STRING', 'JSON', 'XML'],
  XML: ['XML', 'STRING'],
}

/** Takes a locked type and the type that arrives; tells whether values are converted. Everything else becomes NULL. */
export function acceptsWhenLocked(locked: LogicalType, incoming: LogicalType): boolean {
  if (locked === incoming) return true
  const accepted = ACCEPTED[locked]
  return accepted === 'all' || accepted.includes(incoming)
}
