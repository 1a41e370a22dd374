import type { ColumnState, LogicalType, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'

const types: readonly LogicalType[] = [
  'STRING',
  'LONG',
  'INSTANT',
  'BOOLEAN',
  'DOUBLE',
  'INT',
  'BIGDECIMAL',
  'LOCALDATE',
  'JSON',
]
const words = [
  'account',
  'order',
  'status',
  'created',
  'total',
  'region',
  'owner',
  'score',
  'plan',
  'stage',
  'source',
  'price',
]

/** A tree of so many columns, 25 a table and 50 tables a schema, the same on every run. */
export function makeLargeTree(columnCount: number): SchemaTree {
  const tables = Array.from({ length: Math.ceil(columnCount / 25) }, (_, table) => makeTable(table))
  const schemas: SchemaTree['schemas'] = {}
  for (let start = 0; start < tables.length; start += 50) {
    const name = `schema_${start / 50}`
    const members = tables.slice(start, start + 50).map((table): [string, TableState] => [table.destinationName, table])
    schemas[name] = { destinationName: name, enabled: true, tables: Object.fromEntries(members) }
  }
  return { changeHandling: 'allow-all', typeLocked: false, schemas }
}

/**
 * A copy in which about `share` of the columns changed, scattered one by one over the tables: types, hashing, drops, additions and
 * renames in turn. Untouched tables are copied too, as they would be when read anew.
 */
export function changeScattered(tree: SchemaTree, share: number): SchemaTree {
  const copy = structuredClone(tree)
  const stride = Math.round(1 / share)
  let seen = 0
  for (const schema of Object.values(copy.schemas)) {
    for (const table of Object.values(schema.tables)) {
      for (const name of Object.keys(table.columns)) {
        seen += 1
        if (seen % stride === 0) changeColumn(table, name, seen / stride)
      }
    }
  }
  return copy
}

function changeColumn(table: TableState, name: string, turn: number): void {
  const column = table.columns[name]
  if (column === undefined) return
  if (turn % 5 === 0) column.type = column.type === 'STRING' ? 'LONG' : 'STRING'
  else if (turn % 5 === 1) column.hashed = !column.hashed
  else if (turn % 5 === 2) delete table.columns[name]
  else if (turn % 5 === 3) table.columns[`${name}_added`] = { ...column, destinationName: `${name}_added` }
  else {
    delete table.columns[name]
    const renamed = name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
    table.columns[renamed] = { ...column, destinationName: renamed }
  }
}

function makeTable(index: number): TableState {
  const columns = Array.from({ length: 25 }, (_, position): [string, ColumnState] => {
    const word = (offset: number) => words[(index * 7 + position * (offset + 3) + offset) % words.length] ?? 'word'
    const name = position === 0 ? 'id' : `${word(0)}_${word(1)}_${position}`
    const type = position === 0 ? 'LONG' : (types[(index + position) % types.length] ?? 'STRING')
    return [name, makeColumn(name, type, position === 0)]
  })
  return {
    destinationName: `table_${index}`,
    enabled: true,
    syncMode: 'soft-delete',
    lock: null,
    supportsColumns: true,
    columnsComplete: true,
    columns: Object.fromEntries(columns),
  }
}

function makeColumn(name: string, type: LogicalType, primaryKey: boolean): ColumnState {
  return {
    destinationName: name,
    enabled: true,
    hashed: false,
    primaryKey,
    type,
    typeSpelling: type.toLowerCase(),
    nullable: !primaryKey,
    lock: null,
    touched: false,
    inSource: true,
  }
}
