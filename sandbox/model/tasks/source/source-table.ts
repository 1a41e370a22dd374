export const FIELD_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'timestamp',
  'date',
  'object',
  'array',
  'json',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export interface SourceField {
  name: string
  type: FieldType
  nullable: boolean
  description: string
}

export interface SourceTable {
  name: string
  fields: SourceField[]
  key: string[]
}

/** A type as documents and databases spell it, in the closed list; text where it is none of them. */
export function readType(word: string): FieldType {
  const type = word.toLowerCase()
  if (/^bool/.test(type)) return 'boolean'
  if (/^(big|small|tiny)?(int|serial)/.test(type)) return 'integer'
  if (/^(num|dec|float|double|real|money)/.test(type)) return 'number'
  if (/^(timestamp|datetime|date-time|instant)/.test(type)) return 'timestamp'
  if (/^date/.test(type)) return 'date'
  if (/^json/.test(type)) return 'json'
  if (/^(array|list)|\[\]$/.test(type)) return 'array'
  return /^(object|map|struct)/.test(type) ? 'object' : 'string'
}
