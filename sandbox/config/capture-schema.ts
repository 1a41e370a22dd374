import type { Source, SourceSchema, SourceTable } from '@/sandbox/source/source-model'
import { captureTable, recaptureTable } from './capture-table'
import { ownEntry } from './own-entry'
import type { ConfigSchema, ConfigTable, SchemaChangeHandling, SchemaConfig } from './schema-config'

/** What a first look stores about a source nobody has configured yet. */
const FIRST_POLICY: SchemaChangeHandling = 'ALLOW_ALL'

/**
 * Takes the stored config (null before the first look) and the source as it is now; gives the config that knows it. New objects
 * follow the policy, gone ones are marked, what a person set stays. Starts nothing. What did not move is shared with the config
 * given, never copied: an account may have a million columns.
 */
export function captureSchema(stored: SchemaConfig | null, source: Source): SchemaConfig {
  const policy = stored?.policy ?? FIRST_POLICY
  const schemas: Record<string, ConfigSchema> = { ...stored?.schemas }
  const present = new Map(source.map((schema) => [schema.name, schema]))
  for (const [name, schema] of present) {
    const known = ownEntry(schemas, name)
    const enabled = known?.enabled ?? (stored === null || policy === 'ALLOW_ALL')
    schemas[name] = { enabled, tables: captureTables(known?.tables ?? {}, schema, policy, stored === null) }
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (!present.has(name)) schemas[name] = { ...schema, tables: mapGone(schema.tables, new Set()) }
  }
  return { policy, typeLocked: stored?.typeLocked ?? false, schemas }
}

function captureTables(
  stored: Record<string, ConfigTable>,
  schema: SourceSchema,
  policy: SchemaChangeHandling,
  firstLook: boolean,
): Record<string, ConfigTable> {
  const tables = { ...stored }
  for (const table of schema.tables) {
    const known = ownEntry(tables, table.name)
    tables[table.name] = known ? recaptureTable(known, table, policy) : captureTable(table, policy, firstLook)
  }
  return mapGone(tables, new Set(schema.tables.map((table: SourceTable) => table.name)))
}

function mapGone(tables: Record<string, ConfigTable>, present: ReadonlySet<string>): Record<string, ConfigTable> {
  for (const [name, table] of Object.entries(tables)) {
    if (!present.has(name) && !table.deleted) tables[name] = { ...table, deleted: true }
  }
  return tables
}
