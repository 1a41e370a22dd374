import type { ColumnState, SchemaState, SchemaTree, TableState } from '../schema-tree'

/** Builders for tests: they take what the test is about and fill in what it is not. */
export function makeColumn(overrides: Partial<ColumnState> = {}): ColumnState {
  return {
    destinationName: 'column',
    enabled: true,
    hashed: false,
    primaryKey: false,
    type: 'STRING',
    typeSpelling: 'text',
    nullable: true,
    lock: null,
    touched: false,
    inSource: true,
    ...overrides,
  }
}

/** Columns by name; each one's destination name is its own unless given. */
export function makeTable(
  columns: Record<string, Partial<ColumnState>> = {},
  overrides: Partial<TableState> = {},
): TableState {
  return {
    destinationName: 'table',
    enabled: true,
    syncMode: 'soft-delete',
    lock: null,
    supportsColumns: true,
    columnsComplete: true,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, makeColumn({ destinationName: name, ...column })]),
    ),
    ...overrides,
  }
}

/** One schema, `public`, holding these tables. */
export function makeTree(
  tables: Record<string, TableState> = {},
  overrides: Partial<SchemaTree> = {},
  schema: Partial<SchemaState> = {},
): SchemaTree {
  return {
    changeHandling: 'allow-all',
    typeLocked: false,
    schemas: { public: { destinationName: 'pg_public', enabled: true, tables, ...schema } },
    ...overrides,
  }
}
