import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { fieldName, type InferredField, type InferredTable } from '../inferred-table'
import { destinationName, type NamingRules } from '../naming/destination-name'
import { findCollisions } from '../naming/find-collisions'
import { proposeStandardNames } from '../naming/propose-standard-names'
import { adviseLoad, adviseSyncMode } from './advise-sync'
import type { ColumnMapping, MappingProposal, TableMapping } from './mapping-proposal'

/** What a column's values say of a person: the catalog's judgement, handed in because a slice does not reach into another. */
export type ClassifyField = (field: {
  table: string
  column: string
  type: LogicalType | null
  samples: readonly string[]
}) => { class: string | null; sensitive: boolean; secret: boolean; reason: string | null }

export interface MappingOptions {
  schema: string
  rules: NamingRules
  classify: ClassifyField
  glossary?: ReadonlyMap<string, string>
}

/** Objects with more fields than this stay JSON: a wide row is harder to read than a document. */
const flattenedMax = 40

/**
 * A proposal for how each table should be synced: names, key, mode, hashing, nested values, and partitions. Pure advice with a reason for each
 * choice, to be edited and reviewed; nothing is decided here. Names that would meet in one column are listed, never merged silently.
 */
export function proposeMapping(tables: readonly InferredTable[], options: MappingOptions): MappingProposal {
  const mapped = tables.map((table) => mapTable(table, tables, options))
  const tablePaths = tables.map(({ name }) => [name])
  return {
    schema: destinationName([options.schema], options.rules, 'table'),
    tables: mapped,
    collisions: [
      ...findCollisions(tablePaths, options.rules, 'table').map((found) => ({ ...found, table: null })),
      ...mapped.flatMap((table) =>
        findCollisions(
          table.columns.map(({ source }) => source.split('.')),
          options.rules,
        ).map((found) => ({ ...found, table: table.source })),
      ),
    ],
  }
}

function mapTable(table: InferredTable, tables: readonly InferredTable[], options: MappingOptions): TableMapping {
  const nested = table.fields.flatMap((field) => adviseNested(field, table, tables))
  const asJson = new Set(nested.filter(({ as }) => as === 'json').map(({ path }) => path))
  const asOther = new Set(nested.filter(({ as }) => as !== 'json').map(({ path }) => path))
  const shown = table.fields.filter((field) => {
    const path = fieldName(field)
    const isWithinJson = field.path.some((_, end) => end > 0 && asJson.has(field.path.slice(0, end).join('.')))
    return field.logical !== null && !asOther.has(path) && !isWithinJson && !isSystemColumn(path)
  })
  const key = new Set(table.primaryKey)
  const columns = shown.map((field) => mapColumn(field, table.name, key, options))
  const load = adviseLoad(table)
  const partition =
    [...table.cursors].reverse().find(({ column }) => /creat|occur|insert|time/i.test(column)) ?? table.cursors[0]
  return {
    source: table.name,
    name: destinationName([table.name], options.rules, 'table'),
    enabled: true,
    ...adviseSyncMode(table),
    key: table.primaryKey,
    keyReason:
      table.primaryKeyCandidates[0]?.reasons[0] ?? 'No column tells its rows apart: every change becomes another row',
    ...load,
    partitionBy: partition === undefined ? null : destinationName(partition.column.split('.'), options.rules),
    clusterBy: clusterOf(table, options.rules),
    foreignKeys: table.foreignKeys,
    columns,
    nested,
    parent: table.parent === null ? null : { table: table.parent.table, path: table.parent.path.join('.') },
  }
}

function mapColumn(
  field: InferredField,
  table: string,
  key: ReadonlySet<string>,
  { rules, classify, glossary }: MappingOptions,
): ColumnMapping {
  const source = fieldName(field)
  const type = field.logical ?? 'STRING'
  const found = classify({ table, column: source, type: field.logical, samples: field.samples })
  const isKey = key.has(source)
  const reasons: string[] = []
  if (found.reason !== null) reasons.push(found.reason)
  if (found.secret) reasons.push('A secret has no use in a warehouse: left out')
  else if (found.sensitive && isKey) reasons.push('A key cannot be hashed here: think of another key')
  else if (found.sensitive) reasons.push('It tells of a person: hashed, still fit for joins')
  return {
    source,
    name: destinationName(field.path, rules),
    standardName: proposeStandardNames({ table, name: field.path.join('__'), type }, glossary)[0]?.name ?? source,
    type,
    enabled: !found.secret || isKey,
    hashed: found.sensitive && !found.secret && !isKey && type !== 'JSON',
    nullable: field.nullable,
    class: found.class,
    description: field.description,
    reasons,
  }
}

function adviseNested(
  field: InferredField,
  table: InferredTable,
  tables: readonly InferredTable[],
): TableMapping['nested'] {
  const path = fieldName(field)
  if (field.type === 'object') {
    const within = table.fields.filter(
      (other) => other.path.length > field.path.length && field.path.every((part, at) => part === other.path[at]),
    )
    if (within.length === 0)
      return [{ path, as: 'json', table: null, reason: 'Its fields differ from record to record, or it has none' }]
    if (field.path.length > 1)
      return [
        {
          path,
          as: 'json',
          table: null,
          reason: 'Only the first level becomes columns; what is deeper stays a document',
        },
      ]
    if (within.length > flattenedMax)
      return [{ path, as: 'json', table: null, reason: `${within.length} fields are too many for columns` }]
    return [{ path, as: 'columns', table: null, reason: 'One object a row: its fields become columns' }]
  }
  if (field.type !== 'array') return []
  const child = tables.find(
    ({ parent }) => parent !== null && parent.table === table.name && parent.path.join('.') === path,
  )
  return child === undefined
    ? [{ path, as: 'json', table: null, reason: 'A list of single values is read easiest as JSON' }]
    : [
        {
          path,
          as: 'child-table',
          table: child.name,
          reason: 'Many records a row: a table of their own, with the key of the row they belong to',
        },
      ]
}

function clusterOf(table: InferredTable, rules: NamingRules): string[] {
  const columns = [...table.foreignKeys.flatMap((key) => key.columns), ...table.primaryKey]
  return [...new Set(columns)].slice(0, 3).map((column) => destinationName(column.split('.'), rules))
}
