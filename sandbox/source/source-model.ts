import { z } from 'zod'
import { logicalTypeSchema } from '@/sandbox/types/logical-type'
import { generatorSchema } from './generator'

export const SYNC_MODES = ['SOFT_DELETE', 'HISTORY', 'LIVE'] as const
export type SyncMode = (typeof SYNC_MODES)[number]

export const sourceColumnSchema = z.object({
  name: z.string().min(1).max(200),
  type: logicalTypeSchema,
  /** Byte length of a string column where the source declares one. */
  length: z.int().positive().nullable().default(null),
  nullShare: z.number().min(0).max(1).default(0),
  /** Whether an update of the row gives this column another value. */
  mutable: z.boolean().default(false),
  generator: generatorSchema,
  /** What the values are seeded with. Survives a rename, so that a renamed column keeps its values. Empty: set from the name. */
  key: z.string().default(''),
})
export type SourceColumn = z.infer<typeof sourceColumnSchema>

export const sourceTableSchema = z.object({
  name: z.string().min(1).max(200),
  key: z.string().default(''),
  rows: z.int().min(0).max(5_000_000).default(200),
  /** Rows the source gains between two syncs. */
  growth: z.int().min(0).max(100_000).default(3),
  /** How many times the source has moved on. */
  revision: z.int().min(0).default(0),
  primaryKey: z.array(z.string()).default([]),
  /** A core table the service does not let anybody switch off. */
  readOnly: z.boolean().default(false),
  supportsColumnsConfig: z.boolean().default(true),
  /** Modes the table may be delivered in. Empty: it cannot switch, and no mode is ever shown. */
  syncModes: z.array(z.enum(SYNC_MODES)).default([]),
  /** Rows are what they are: none is updated, none is deleted, none comes by itself. */
  frozen: z.boolean().default(false),
  columns: z.array(sourceColumnSchema).min(1),
})
export type SourceTable = z.infer<typeof sourceTableSchema>

export const sourceSchemaSchema = z.object({ name: z.string().min(1), tables: z.array(sourceTableSchema) })
export type SourceSchema = z.infer<typeof sourceSchemaSchema>

/** Everything a source system holds right now, in source-side names. Rows are not stored: they follow from the generators. */
export type Source = SourceSchema[]

/** Takes a source and a name path; gives the table or null. Names are case-sensitive. */
export function findTable(source: Source, schema: string, table: string): SourceTable | null {
  return (
    source.find((candidate) => candidate.name === schema)?.tables.find((candidate) => candidate.name === table) ?? null
  )
}

/** Takes a source whose keys may be empty; gives it with every table and column keyed by the name it has at birth. */
export function withSeedKeys(connectionId: string, source: Source): Source {
  return source.map((schema) => ({
    ...schema,
    tables: schema.tables.map((table) => {
      if (table.key !== '' && table.columns.every((column) => column.key !== '')) return { ...table }
      const key = table.key || `${connectionId}.${schema.name}.${table.name}`
      return {
        ...table,
        key,
        columns: table.columns.map((column) => ({ ...column, key: column.key || `${key}.${column.name}` })),
      }
    }),
  }))
}
