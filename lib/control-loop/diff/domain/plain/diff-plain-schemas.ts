import { pairRenames } from '@/lib/control-loop/diff/domain/renames/pair-renames'
import { pairTableRenames } from '@/lib/control-loop/diff/domain/renames/pair-table-renames'
import type { RenameCandidate } from '@/lib/control-loop/diff/domain/renames/rename-context'
import { isSameSourceType } from '@/lib/control-loop/snapshot/domain/source-type'
import type { PlainSchema, PlainTable } from './plain-schema'
import { plainSchemaName, toTableState } from './to-schema-tree'

export interface ColumnName {
  table: string
  column: string
}
export interface PairedColumns {
  table: string
  from: string
  to: string
  confidence: number
  evidence: { verdict: 'for' | 'against' | 'neutral'; text: string; measure: string | null }[]
}
export interface PairedTables {
  from: string
  to: string
  confidence: number
}

export interface PlainDiff {
  added: ColumnName[]
  removed: ColumnName[]
  addedTables: string[]
  removedTables: string[]
  typeChanged: ColumnName[]
  nullabilityChanged: ColumnName[]
  primaryKeyChanged: { table: string }[]
  renamed: PairedColumns[]
  renamedTables: PairedTables[]
  suspected: PairedColumns[]
}

/**
 * Every difference of two bare schemas, tables and columns under their names after. A pair that is likely one object under two names is
 * listed as renamed and compared as one; a pair only suspected stays one drop and one add. A schema has no difference to itself, and the
 * order of tables, columns and key columns is no fact.
 */
export function diffPlainSchemas(before: PlainSchema, after: PlainSchema): PlainDiff {
  const gone = [...before.keys()].filter((name) => !after.has(name))
  const come = [...after.keys()].filter((name) => !before.has(name))
  const renamedTables = pairTableRenames(candidates(before, gone), candidates(after, come))
  const nameBefore = new Map(renamedTables.map(({ from, to }) => [to, from]))
  const nameAfter = new Map(renamedTables.map(({ from, to }) => [from, to]))
  const result: PlainDiff = {
    added: [],
    removed: [],
    addedTables: come.filter((name) => !nameBefore.has(name)).sort(),
    removedTables: gone.filter((name) => !nameAfter.has(name)).sort(),
    typeChanged: [],
    nullabilityChanged: [],
    primaryKeyChanged: [],
    renamed: [],
    renamedTables: renamedTables.map(({ from, to, confidence }) => ({ from, to, confidence })),
    suspected: [],
  }
  const pairs: { table: string; base: PlainTable; revision: PlainTable }[] = []
  for (const table of [...after.keys()].sort()) {
    const revision = after.get(table)
    const base = before.get(nameBefore.get(table) ?? table)
    if (revision !== undefined && base !== undefined) pairs.push({ table, base, revision })
  }
  const removed: RenameCandidate[] = []
  const added: RenameCandidate[] = []
  for (const { table, base, revision } of pairs) {
    removed.push(...missing(table, base, revision))
    added.push(...missing(table, revision, base))
  }
  const paired = pairRenames(removed, added, { decisions: [], tableRenames: renamedTables })
  result.renamed = paired.suggestions.map(({ table, from, to, confidence, evidence }) => ({
    table,
    from,
    to,
    confidence,
    evidence,
  }))
  result.suspected = paired.suspected.map(({ table, from, to, confidence, evidence }) => ({
    table,
    from,
    to,
    confidence,
    evidence,
  }))
  const fromOf = new Map(result.renamed.map(({ table, from, to }) => [JSON.stringify([table, to]), from]))
  const taken = new Set(result.renamed.map(({ table, from }) => JSON.stringify([table, from])))
  for (const { table, column } of removed) {
    if (!taken.has(JSON.stringify([table, column]))) result.removed.push({ table, column })
  }
  for (const { table, column } of added) {
    if (!fromOf.has(JSON.stringify([table, column]))) result.added.push({ table, column })
  }
  for (const { table, base, revision } of pairs) compareTable(table, base, revision, fromOf, result)
  return result
}

function compareTable(
  table: string,
  base: PlainTable,
  revision: PlainTable,
  fromOf: ReadonlyMap<string, string>,
  result: PlainDiff,
): void {
  if (base === revision) return
  const before = (column: string) => (base.columns.has(column) ? column : fromOf.get(JSON.stringify([table, column])))
  for (const [column, now] of revision.columns) {
    const was = before(column)
    const then = was === undefined ? undefined : base.columns.get(was)
    if (then === undefined) continue
    const typed = then.spelling !== null && now.spelling !== null
    if (typed && then.spelling !== now.spelling && !isSameSourceType(then.source, now.source)) {
      result.typeChanged.push({ table, column })
    }
    if (then.nullable !== null && now.nullable !== null && then.nullable !== now.nullable) {
      result.nullabilityChanged.push({ table, column })
    }
  }
  if (base.primaryKey === null || revision.primaryKey === null) return
  const key = new Set(base.primaryKey)
  const isSame =
    base.primaryKey.length === revision.primaryKey.length &&
    revision.primaryKey.every((column) => key.has(before(column) ?? ''))
  if (!isSame) result.primaryKeyChanged.push({ table })
}

function missing(table: string, one: PlainTable, other: PlainTable): RenameCandidate[] {
  if (one === other) return []
  const names = [...one.columns.keys()].filter((column) => !other.columns.has(column)).sort()
  if (names.length === 0) return []
  const { columns } = toTableState(table, one)
  return names.flatMap((column) => {
    const state = columns[column]
    return state === undefined ? [] : [{ schema: plainSchemaName, table, column, state }]
  })
}

function candidates(schema: PlainSchema, names: readonly string[]) {
  return names.flatMap((table) => {
    const found = schema.get(table)
    return found === undefined ? [] : [{ schema: plainSchemaName, table, state: toTableState(table, found) }]
  })
}
