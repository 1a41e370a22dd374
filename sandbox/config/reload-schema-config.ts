import type { Source } from '@/sandbox/source/source-model'
import { captureSchema } from './capture-schema'
import { mapValues } from './map-values'
import type { SchemaConfig } from './schema-config'

export type ExcludeMode = 'PRESERVE' | 'INCLUDE' | 'EXCLUDE'

/**
 * Takes the stored config and the source; gives the reloaded config. INCLUDE and EXCLUDE switch schemas and tables on or off;
 * columns nobody touched keep being included. Core tables cannot be switched.
 */
export function reloadSchemaConfig(stored: SchemaConfig | null, source: Source, mode: ExcludeMode): SchemaConfig {
  const next = captureSchema(stored, source)
  if (mode === 'PRESERVE') return next
  const enabled = mode === 'INCLUDE'
  return {
    ...next,
    schemas: mapValues(next.schemas, (schema) => ({
      enabled,
      tables: mapValues(schema.tables, (table) => (table.readOnly || table.deleted ? table : { ...table, enabled })),
    })),
  }
}
