import type { Source } from '@/sandbox/source/source-model'
import { captureSchema } from './capture-schema'
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
  for (const schema of Object.values(next.schemas)) {
    schema.enabled = enabled
    for (const table of Object.values(schema.tables)) {
      if (!table.readOnly && !table.deleted) table.enabled = enabled
    }
  }
  return next
}
