import { z } from 'zod'

export const LOGICAL_TYPES = [
  'BOOLEAN',
  'SHORT',
  'INT',
  'LONG',
  'BIGDECIMAL',
  'FLOAT',
  'DOUBLE',
  'LOCALDATE',
  'LOCALDATETIME',
  'INSTANT',
  'STRING',
  'JSON',
  'XML',
  'BINARY',
] as const

export const logicalTypeSchema = z.enum(LOGICAL_TYPES)
export type LogicalType = z.infer<typeof logicalTypeSchema>
