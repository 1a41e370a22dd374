import { alignLearnedNames } from '@/lib/control-loop/snapshot/domain/align-learned-names'
import { ownEntry } from '@/lib/control-loop/snapshot/domain/own-entry'
import type { ColumnState, Path, SchemaTree, TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change } from './change'
import { TreeDraft } from './tree-draft'

/**
 * The baseline after these changes were accepted: each named fact is taken from the revision, everything else stays as approved.
 * Applying all of `diffTrees(base, revision)` leaves no difference to the revision. Never changes its inputs; a change whose object
 * the base no longer has, or the revision does not show, is left out rather than invented.
 */
export function applyChanges(base: SchemaTree, changes: readonly Change[], revision: SchemaTree): SchemaTree {
  const draft = new TreeDraft(base)
  // Schemas first: a table can only be added to a schema that is there.
  for (const change of changes) if (isAboveTables(change)) applyAbove(draft, change, revision)
  for (const change of changes) if (!isAboveTables(change)) applyWithin(draft, change, revision)
  return draft.finish()
}

type AboveTables = Extract<
  Change,
  {
    kind:
      | 'schema-added'
      | 'schema-removed'
      | 'schema-enablement-changed'
      | 'change-handling-changed'
      | 'type-lock-changed'
  }
>

function isAboveTables(change: Change): change is AboveTables {
  const path: Path = change.path
  return path.table === undefined && change.kind !== 'destination-name-changed'
}

function applyAbove(draft: TreeDraft, change: AboveTables, revision: SchemaTree): void {
  switch (change.kind) {
    case 'schema-added': {
      const schema = ownEntry(revision.schemas, change.path.schema)
      if (schema !== undefined) draft.setSchema(change.path.schema, { ...schema, tables: {} })
      break
    }
    case 'schema-removed':
      draft.removeSchema(change.path.schema)
      break
    case 'schema-enablement-changed':
      draft.editSchema(change.path.schema, (schema) => ({ ...schema, enabled: change.revision }))
      followParent(draft, change.path.schema, revision)
      break
    case 'change-handling-changed':
      draft.setHeader({ changeHandling: change.revision })
      for (const schema of Object.keys(revision.schemas)) followParent(draft, schema, revision)
      break
    case 'type-lock-changed':
      draft.setHeader({ typeLocked: change.revision })
  }
}

/** Untouched columns move with what is above them and are not reported one by one, so accepting the cause accepts them. */
function followParent(draft: TreeDraft, schema: string, revision: SchemaTree): void {
  for (const [name, table] of Object.entries(ownEntry(revision.schemas, schema)?.tables ?? {})) {
    draft.editTable(schema, name, (before) => ({
      ...before,
      columns: mapColumns(alignLearnedNames(before, table).columns, (column, key) => {
        const after = ownEntry(table.columns, key)
        const follows = after !== undefined && !after.touched && !column.touched
        return follows ? { ...column, enabled: after.enabled } : column
      }),
    }))
  }
}

function applyWithin(draft: TreeDraft, change: Exclude<Change, AboveTables>, revision: SchemaTree): void {
  const { schema } = change.path
  if (change.path.table === undefined) {
    if (change.kind === 'destination-name-changed')
      draft.editSchema(schema, (head) => ({ ...head, destinationName: change.revision }))
    return
  }
  const table = change.path.table
  const after = ownEntry(ownEntry(revision.schemas, schema)?.tables, table)
  if (change.kind === 'table-removed') draft.setTable(schema, table, after)
  if (change.kind === 'table-added') draft.setTable(schema, table, after ?? change.revision)
  if (after === undefined) return
  draft.editTable(schema, table, (before) => applyToTable(alignLearnedNames(before, after), change, after))
}

function applyToTable(before: TableState, change: Exclude<Change, AboveTables>, after: TableState): TableState {
  switch (change.kind) {
    case 'table-enablement-changed':
      return { ...before, enabled: change.revision }
    case 'sync-mode-changed':
      return { ...before, syncMode: change.revision }
    case 'key-changed':
      return {
        ...before,
        columns: mapColumns(before.columns, (column, name) => {
          // What one side did not tell took no part in the change.
          const isTold = column.primaryKey !== null && (ownEntry(after.columns, name)?.primaryKey ?? null) !== null
          return isTold ? { ...column, primaryKey: change.revision.includes(name) } : column
        }),
      }
    case 'column-added':
    case 'column-removed':
      return {
        ...before,
        columns: withColumn(before.columns, change.path.column, ownEntry(after.columns, change.path.column)),
      }
    case 'column-enablement-changed':
      return editColumn(before, change.path.column, (column) => ({
        ...column,
        enabled: change.revision,
        touched: ownEntry(after.columns, change.path.column)?.touched ?? column.touched,
      }))
    case 'column-hash-changed':
      return editColumn(before, change.path.column, (column) => ({ ...column, hashed: change.revision }))
    case 'type-widened':
    case 'type-narrowed':
    case 'type-changed': {
      const typeSpelling = ownEntry(after.columns, change.path.column)?.typeSpelling ?? null
      return editColumn(before, change.path.column, (column) => ({ ...column, type: change.revision, typeSpelling }))
    }
    case 'nullability-changed':
      return editColumn(before, change.path.column, (column) => ({ ...column, nullable: change.revision }))
    case 'destination-name-changed':
      if (change.path.column === undefined) return { ...before, destinationName: change.revision }
      return editColumn(before, change.path.column, (column) => ({ ...column, destinationName: change.revision }))
    case 'table-added':
    case 'table-removed':
      return before
  }
}

function editColumn(table: TableState, name: string, edit: (column: ColumnState) => ColumnState): TableState {
  const column = ownEntry(table.columns, name)
  return column === undefined ? table : { ...table, columns: withColumn(table.columns, name, edit(column)) }
}

/** fromEntries throughout: it defines own keys, where a literal or an assignment would lose a column called `__proto__`. */
function withColumn(
  columns: Record<string, ColumnState>,
  name: string,
  column: ColumnState | undefined,
): Record<string, ColumnState> {
  const kept = Object.entries(columns).filter(([key]) => key !== name)
  return Object.fromEntries(column === undefined ? kept : [...kept, [name, column]])
}

function mapColumns(
  columns: Record<string, ColumnState>,
  edit: (column: ColumnState, name: string) => ColumnState,
): Record<string, ColumnState> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, edit(column, name)]))
}
