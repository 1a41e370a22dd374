import { readSourceType, type SourceType } from '@/lib/control-loop/snapshot/domain/source-type'

export interface PlainColumn {
  source: SourceType
  spelling: string | null
  /** null: not told. */
  nullable: boolean | null
}

export interface PlainTable {
  columns: ReadonlyMap<string, PlainColumn>
  /** null: not told. */
  primaryKey: readonly string[] | null
}

export type PlainSchema = ReadonlyMap<string, PlainTable>

/** What is wrong with an input, and where in it. */
export class SchemaInputError extends Error {
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path}: ${reason}`)
  }
}

/**
 * A bare schema `{tables: {t: {columns: {c: {type, nullable}}, primaryKey: []}}}` as maps, which no name can harm (`__proto__` is a name like
 * another). Throws `SchemaInputError` with the path of the first thing that is not as it must be; a column may be given as its type alone.
 */
export function readPlainSchema(value: unknown, path: string): PlainSchema {
  const cache = new Map<string, SourceType>()
  const tables = requireObject(requireObject(value, path).tables, `${path}.tables`)
  return new Map(
    Object.entries(tables).map(([name, table]): [string, PlainTable] => [
      requireName(name, `${path}.tables`),
      readTable(table, `${path}.tables.${name}`, cache),
    ]),
  )
}

function readTable(value: unknown, path: string, cache: Map<string, SourceType>): PlainTable {
  const table = requireObject(value, path)
  const columns = new Map<string, PlainColumn>()
  for (const [name, column] of Object.entries(requireObject(table.columns ?? {}, `${path}.columns`))) {
    columns.set(requireName(name, `${path}.columns`), readColumn(column, `${path}.columns.${name}`, cache))
  }
  return { columns, primaryKey: readKey(table.primaryKey, columns, `${path}.primaryKey`) }
}

function readKey(value: unknown, columns: ReadonlyMap<string, PlainColumn>, path: string): readonly string[] | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) throw new SchemaInputError(path, 'must be a list of column names')
  return value.map((name: unknown, index) => {
    if (typeof name !== 'string') throw new SchemaInputError(`${path}[${index}]`, 'must be a column name')
    if (!columns.has(name)) throw new SchemaInputError(`${path}[${index}]`, `there is no column \`${name}\``)
    return name
  })
}

const unknownType: SourceType = { type: null, canonical: '' }

function readColumn(value: unknown, path: string, cache: Map<string, SourceType>): PlainColumn {
  const column = typeof value === 'string' ? { type: value } : requireObject(value, path)
  const { type = null, nullable = null } = column as { type?: unknown; nullable?: unknown }
  if (type !== null && typeof type !== 'string')
    throw new SchemaInputError(`${path}.type`, 'must be the name of a type')
  if (nullable !== null && typeof nullable !== 'boolean') {
    throw new SchemaInputError(`${path}.nullable`, 'must be true or false')
  }
  if (type === null) return { source: unknownType, spelling: null, nullable }
  let source = cache.get(type)
  if (source === undefined) {
    source = readSourceType(type)
    cache.set(type, source)
  }
  return { source, spelling: type, nullable }
}

function requireObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SchemaInputError(path, value === undefined ? 'is missing' : 'must be an object')
  }
  return value as Record<string, unknown>
}

function requireName(name: string, path: string): string {
  if (name === '') throw new SchemaInputError(path, 'has an entry without a name')
  return name
}
