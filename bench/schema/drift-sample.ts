import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type PairedRenames, pairRenames } from '@/lib/control-loop/diff/domain/renames/pair-renames'
import { pairTableRenames } from '@/lib/control-loop/diff/domain/renames/pair-table-renames'
import type { RenameCandidate } from '@/lib/control-loop/diff/domain/renames/rename-context'
import { type ColumnState, logicalTypeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { evaluationFolder, readJsonLines } from './read-json-lines'

const tableSchema = z.object({
  columns: z.record(z.string(), z.object({ type: z.string(), nullable: z.boolean() })),
  primaryKey: z.array(z.string()),
})
const treeSchema = z.object({ tables: z.record(z.string(), tableSchema) })
const pairSchema = z.object({ table: z.string(), from: z.string(), to: z.string() })
const rowSchema = z.object({
  id: z.string(),
  project: z.string(),
  before: treeSchema,
  after: treeSchema,
  truth: z.object({
    renamed: z.array(pairSchema),
    renamedTables: z.array(z.object({ from: z.string(), to: z.string() })),
    ambiguous: z.array(pairSchema),
    ambiguousTables: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
  }),
})
export type DriftRow = z.infer<typeof rowSchema>

export function readDriftRows(): DriftRow[] {
  return readJsonLines(['schema-drift', 'pairs.jsonl'], rowSchema)
}

/** What the product says of one before and after: table renames first, then the columns of each table under its old name. */
export function predictRow(row: DriftRow, types: Record<string, ColumnState['type']>) {
  const before = row.before.tables
  const after = row.after.tables
  const candidate = (tables: typeof before, table: string) => ({
    schema: '',
    table,
    state: {
      columns: Object.fromEntries(
        Object.keys(tables[table]?.columns ?? {}).map((c) => [c, columnOf(tables, table, c, types)]),
      ),
    },
  })
  const removedTables = Object.keys(before).filter((table) => !Object.hasOwn(after, table))
  const addedTables = Object.keys(after).filter((table) => !Object.hasOwn(before, table))
  const tableRenames = pairTableRenames(
    removedTables.map((table) => candidate(before, table)),
    addedTables.map((table) => candidate(after, table)),
  )
  const nameAfter = new Map(tableRenames.map(({ from, to }) => [from, to]))
  const removed: RenameCandidate[] = []
  const added: RenameCandidate[] = []
  for (const [table, state] of Object.entries(before)) {
    const later = Object.hasOwn(after, table) ? table : nameAfter.get(table)
    const revision = later === undefined ? undefined : after[later]
    if (later === undefined || revision === undefined) continue
    for (const column of Object.keys(state.columns)) {
      if (!Object.hasOwn(revision.columns, column)) {
        removed.push({ schema: '', table, column, state: columnOf(before, table, column, types) })
      }
    }
    for (const column of Object.keys(revision.columns)) {
      if (!Object.hasOwn(state.columns, column)) {
        added.push({ schema: '', table, column, state: columnOf(after, later, column, types) })
      }
    }
  }
  const paired: PairedRenames = pairRenames(removed, added, { decisions: [], tableRenames })
  return { tableRenames, ...paired }
}

/** The sample's source types as logical ones. */
export function readTypeMap(): Record<string, ColumnState['type']> {
  const text = readFileSync(join(evaluationFolder(), 'schema-drift', 'type_map.json'), 'utf8')
  return z.record(z.string(), logicalTypeSchema).parse(JSON.parse(text))
}

function columnOf(
  tables: DriftRow['before']['tables'],
  table: string,
  name: string,
  types: Record<string, ColumnState['type']>,
): ColumnState {
  const column = tables[table]?.columns[name]
  return {
    destinationName: name,
    enabled: true,
    hashed: false,
    primaryKey: tables[table]?.primaryKey.includes(name) ?? false,
    type: column === undefined ? null : (types[column.type] ?? null),
    typeSpelling: column?.type ?? null,
    nullable: column?.nullable ?? null,
    lock: null,
    touched: false,
    inSource: true,
  }
}
