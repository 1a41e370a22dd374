import { z } from 'zod'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** What can be measured of a column: how its values compare, not how an engine stores them. */
export const valueKindSchema = z.enum(['number', 'moment', 'flag', 'text', 'document', 'binary', 'other'])
export type ValueKind = z.infer<typeof valueKindSchema>

const kinds: Readonly<Record<LogicalType, ValueKind>> = {
  BOOLEAN: 'flag',
  SHORT: 'number',
  INT: 'number',
  LONG: 'number',
  BIGDECIMAL: 'number',
  FLOAT: 'number',
  DOUBLE: 'number',
  LOCALDATE: 'moment',
  LOCALDATETIME: 'moment',
  INSTANT: 'moment',
  LOCALTIME: 'text',
  STRING: 'text',
  JSON: 'document',
  XML: 'document',
  BINARY: 'binary',
}

/** The kind of a logical type; `other` for a type nobody documented: its values are counted and nothing else is tried. */
export function valueKindOf(type: LogicalType | null): ValueKind {
  return type === null ? 'other' : kinds[type]
}

/** Whether values of a kind have quantiles and a histogram; moments are measured in seconds since 1970 in UTC. */
export function isMeasurable(kind: ValueKind): boolean {
  return kind === 'number' || kind === 'moment'
}

/** Whether values of a kind can be told apart and counted by value. */
export function isComparable(kind: ValueKind): boolean {
  return kind !== 'document' && kind !== 'binary' && kind !== 'other'
}
