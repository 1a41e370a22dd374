import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** A field's type as JSON people read it; `null` for one that never had a value. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'timestamp'
  | 'date'
  | 'object'
  | 'array'
  | 'json'
  | 'null'

export interface InferredField {
  /** Through objects, not arrays. */
  path: readonly string[]
  type: FieldType
  /** What it arrives as; null for a field that never had a value, which is not created. */
  logical: LogicalType | null
  nullable: boolean
  /** An array that holds objects. */
  holdsRecords: boolean
  /** null: cannot be told. */
  isUnique: boolean | null
  /** Some values as text. */
  samples: readonly string[]
  description: string | null
}

export interface RankedKey {
  columns: string[]
  confidence: number
  reasons: string[]
}

export interface ForeignKey {
  columns: string[]
  table: string
  references: string[]
  confidence: number
  reason: string
}

export interface InferredTable {
  name: string
  /** For a table made of an array within the records of another. */
  parent: { table: string; path: readonly string[] } | null
  /** null: none was seen, only a definition. */
  rows: number | null
  fields: InferredField[]
  primaryKey: string[]
  primaryKeyCandidates: RankedKey[]
  foreignKeys: ForeignKey[]
  /** Moments fit to ask the source "what changed since", best first. */
  cursors: { column: string; confidence: number; reason: string }[]
}

/** A path as it is shown and named in keys. */
export function fieldName(field: Pick<InferredField, 'path'>): string {
  return field.path.join('.')
}

/** Thrown for a document that cannot be read; names the place in it. */
export class MappingInputError extends Error {}
