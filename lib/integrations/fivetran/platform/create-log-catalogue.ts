import type { WarehousePort } from '@/lib/integrations/warehouse/port'

/** A source column as the service's own log connection tells it. */
export interface LoggedSourceColumn {
  schema: string
  table: string
  column: string
  /** The service's own spelling of the source type. */
  type: string
  primaryKey: boolean
}

export interface LogCatalogue {
  /** Columns of one connection's source as of the log connection's last sync; null when the destination has no such tables. */
  readSourceColumns(connectionExternalId: string): Promise<LoggedSourceColumn[] | null>
}

/** One connection's rows of a metadata table; beyond this it is no catalogue we read. */
const rowsMax = 200_000

/**
 * The Platform Connector's tables in a destination, where it writes them (Enterprise and up). Read with three plain selections; the join
 * is made here. Reading them costs no call to the service and none at the source.
 */
export function createLogCatalogue(warehouse: WarehousePort, logSchema: string): LogCatalogue {
  return {
    async readSourceColumns(connectionExternalId) {
      const present = new Set((await warehouse.readInformationSchema([logSchema])).map(({ table }) => table))
      if (!['source_schema', 'source_table', 'source_column'].every((table) => present.has(table))) return null
      const read = (table: string, columns: string[]) =>
        warehouse.readRows({ schema: logSchema, table }, columns, {
          column: 'connection_id',
          equals: connectionExternalId,
          limitMax: rowsMax,
        })
      const schemas = new Map((await read('source_schema', ['id', 'name'])).map(({ id, name }) => [id, name]))
      const tables = new Map((await read('source_table', ['id', 'name', 'schema_id'])).map((row) => [row.id, row]))
      const columns = await read('source_column', ['table_id', 'name', 'type', 'is_primary_key'])
      return columns.flatMap(({ table_id, name, type, is_primary_key }) => {
        const table = tables.get(table_id)
        const schema = schemas.get(table?.schema_id)
        if (!table?.name || !schema || !name) return []
        return [{ schema, table: table.name, column: name, type: type ?? '', primaryKey: is_primary_key === 'true' }]
      })
    },
  }
}
