import { fieldName, type InferredField, type InferredTable } from '../inferred-table'
import { findCursors } from '../keys/find-cursors'
import { findForeignKeys } from '../keys/find-foreign-keys'
import { rankKeys } from '../keys/rank-keys'
import type { Scalar, TableProfile } from './table-profile'
import type { ScalarWriting } from './value-kind'

/** Below it no key is proposed: a wrong key merges rows that are two. */
const keyConfidenceMin = 0.5

/**
 * The tables a profile stands for: the records' own first, then one for every array of objects within them. `auto` writing reads numbers out
 * of strings only where nothing but strings was written and a whole field says true or false, or holds decimals: a typed writer would have
 * written some value as what it is.
 */
export function inferTables(
  name: string,
  profile: TableProfile,
  writing: ScalarWriting | 'auto' = 'auto',
): InferredTable[] {
  const decided = writing === 'auto' ? detectWriting(profile) : writing
  const tables: InferredTable[] = []
  collect(name, null, profile, decided, tables)
  return tables.map((table) => ({ ...table, foreignKeys: [...table.foreignKeys, ...findForeignKeys(table, tables)] }))
}

function collect(
  name: string,
  parent: InferredTable['parent'],
  profile: TableProfile,
  writing: ScalarWriting,
  tables: InferredTable[],
): void {
  const fields = [...profile.fields.values()].map(
    (field): InferredField => ({
      path: field.path,
      type: field.fieldType(writing),
      logical: field.values === 0 ? null : field.logicalType(writing),
      nullable: field.values < profile.rows,
      holdsRecords: field.recordArrays > 0,
      isUnique: field.scalars === 0 ? false : field.isUnique,
      samples: [...field.samples],
      description: null,
    }),
  )
  const candidates = rankKeys({
    table: name,
    rows: profile.rows,
    columns: fields
      .filter(({ path }) => path.length === 1)
      .map((field) => ({ ...field, name: fieldName(field), isUnique: field.isUnique })),
    isUniqueTogether: (columns) => isUniqueTogether(profile.keptRows, columns),
  })
  const best = candidates[0]
  tables.push({
    name,
    parent,
    rows: profile.rows,
    fields,
    primaryKey: best !== undefined && best.confidence >= keyConfidenceMin ? best.columns : [],
    primaryKeyCandidates: candidates,
    foreignKeys: [],
    cursors: findCursors(fields),
  })
  for (const { path, profile: child } of profile.children.values()) {
    collect(`${name}_${path.join('_')}`, { table: name, path }, child, writing, tables)
  }
}

function isUniqueTogether(rows: readonly Map<string, Scalar>[], columns: readonly string[]): boolean {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row.get(column) ?? null))
    if (seen.has(key)) return false
    seen.add(key)
  }
  return true
}

function detectWriting(profile: TableProfile): ScalarWriting {
  let strings = 0
  let scalars = 0
  let isTold = false
  const visit = (table: TableProfile): void => {
    for (const field of table.fields.values()) {
      strings += field.strings
      scalars += field.scalars
      isTold ||= field.scalars > 0 && (field.yesOrNoTexts === field.scalars || field.decimalTexts === field.scalars)
    }
    for (const { profile: child } of table.children.values()) visit(child)
  }
  visit(profile)
  return strings === scalars && isTold ? 'text' : 'typed'
}
