import type { ColumnState, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { PlainSchema, PlainTable } from './plain-schema'

/** The one schema a bare list of tables stands in. */
export const plainSchemaName = 'source'

/** A bare schema as the tree the rest of the product compares: everything enabled, nothing hashed, every list of columns complete. */
export function toSchemaTree(schema: PlainSchema): SchemaTree {
  const tables = [...schema].map(([name, table]): [string, TableState] => [name, toTableState(name, table)])
  return {
    changeHandling: 'allow-all',
    typeLocked: null,
    schemas: {
      [plainSchemaName]: { destinationName: plainSchemaName, enabled: true, tables: Object.fromEntries(tables) },
    },
  }
}

/** One table of it. */
export function toTableState(name: string, { columns, primaryKey }: PlainTable): TableState {
  const key = primaryKey === null ? null : new Set(primaryKey)
  return {
    destinationName: name,
    enabled: true,
    syncMode: null,
    lock: null,
    supportsColumns: true,
    columnsComplete: true,
    columns: Object.fromEntries(
      [...columns].map(([column, { source, spelling, nullable }]): [string, ColumnState] => [
        column,
        {
          destinationName: column,
          enabled: true,
          hashed: false,
          primaryKey: key === null ? null : key.has(column),
          type: source.type,
          typeSpelling: spelling,
          nullable,
          lock: null,
          touched: false,
          inSource: true,
        },
      ]),
    ),
  }
}
