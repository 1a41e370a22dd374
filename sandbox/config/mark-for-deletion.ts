import { ApiError } from '@/sandbox/errors/api-error'
import { INFERRED } from './inferred'
import { ownEntry } from './own-entry'
import type { SchemaConfig } from './schema-config'

/**
 * Takes the stored config and columns to remove from the destination; gives the config that remembers it. Refuses the whole list
 * when a name is unknown (404) or a column is not blocked (409).
 */
export function markForDeletion(
  config: SchemaConfig,
  columns: { schema: string; table: string; column: string }[],
): SchemaConfig {
  const next: SchemaConfig = { ...config, schemas: { ...config.schemas } }
  if (columns.length === 0) throw new ApiError(400, 'InvalidInput', `Field 'schemas' is required`)
  for (const { schema: schemaName, table: tableName, column: columnName } of columns) {
    const schema = ownEntry(next.schemas, schemaName)
    if (!schema) throw new ApiError(404, 'NotFound', `Schema '${schemaName}' not found`)
    const table = ownEntry(schema.tables, tableName)
    if (!table) throw new ApiError(404, 'NotFound', `Table '${tableName}' not found in schema '${schemaName}'`)
    if (!table.supportsColumnsConfig) {
      const message = `Table \`${tableName}\` of schema \`${schemaName}\` doesn't supports columns configuration`
      throw new ApiError(400, 'InvalidInput', message)
    }
    const column = ownEntry(table.columns, columnName)
    if (!column) {
      throw new ApiError(404, 'NotFound', `Column '${columnName}' not found in table '${schemaName}.${tableName}'`)
    }
    const gone = column.deleted && INFERRED.deletedColumnsCanBeDropped
    if (column.enabled && !gone) {
      throw new ApiError(409, 'IllegalState', `Column '${schemaName}.${tableName}.${columnName}' is not blocked`)
    }
    const marked = {
      ...table,
      columns: { ...table.columns, [columnName]: { ...column, touched: true, dropPending: true } },
    }
    next.schemas[schemaName] = { ...schema, tables: { ...schema.tables, [tableName]: marked } }
  }
  return next
}
