import { alignLearnedNames } from '@/lib/control-loop/snapshot/domain/align-learned-names'
import { ownEntry } from '@/lib/control-loop/snapshot/domain/own-entry'
import type { ColumnState, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * The baseline with its blanks filled in from a later observation: facts nobody could read when it was approved (a type before the first
 * sync, a key flag, a table's full list of columns, a source name). Learning is not approving: no fact that was known is replaced,
 * and `diffTrees` of the result against the revision is what it was before.
 */
export function learnUnknowns(baseline: SchemaTree, revision: SchemaTree): SchemaTree {
  const schemas = Object.entries(baseline.schemas).map(([name, schema]): [string, SchemaTree['schemas'][string]] => {
    const observed = ownEntry(revision.schemas, name)?.tables
    const tables = Object.entries(schema.tables).map(([key, table]): [string, TableState] => {
      const seen = ownEntry(observed, key)
      return [key, seen === undefined ? table : learnTable(table, seen)]
    })
    return [name, { ...schema, tables: Object.fromEntries(tables) }]
  })
  return { ...baseline, typeLocked: baseline.typeLocked ?? revision.typeLocked, schemas: Object.fromEntries(schemas) }
}

function learnTable(table: TableState, seen: TableState): TableState {
  const aligned = alignLearnedNames(table, seen)
  const columns = Object.entries(aligned.columns).map(([name, column]): [string, ColumnState] => {
    const known = ownEntry(seen.columns, name)
    return [name, known === undefined ? column : learnColumn(column, known)]
  })
  if (aligned.columnsComplete || !seen.columnsComplete) return { ...aligned, columns: Object.fromEntries(columns) }
  const unlisted = Object.entries(seen.columns).filter(([name]) => !Object.hasOwn(aligned.columns, name))
  return { ...aligned, columnsComplete: true, columns: Object.fromEntries([...columns, ...unlisted]) }
}

function learnColumn(column: ColumnState, seen: ColumnState): ColumnState {
  return {
    ...column,
    type: column.type ?? seen.type,
    typeSpelling: column.typeSpelling ?? seen.typeSpelling,
    nullable: column.nullable ?? seen.nullable,
    primaryKey: column.primaryKey ?? seen.primaryKey,
    // Whether it left the source is a change to approve, so only presence is learned.
    inSource: column.inSource ?? (seen.inSource === true ? true : null),
  }
}
