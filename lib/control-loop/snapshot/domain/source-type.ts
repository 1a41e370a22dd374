import { engines, parseTypeSpelling } from './logical-type'
import { type LogicalType, logicalTypes } from './schema-tree'

/** A type as some source spells it, read without knowing which source it is. */
export interface SourceType {
  /** null for a spelling nobody documented. */
  type: LogicalType | null
  /** Equal for two spellings of one type of the source, different for two types, even where both arrive as one logical type. */
  canonical: string
}

/** Spellings of sources that are no warehouse: MySQL, SQL Server, Oracle, SQLite, frameworks, and the logical types' other names. */
const otherSpellings: Readonly<Record<string, LogicalType>> = {
  tinyint: 'SHORT',
  mediumint: 'INT',
  year: 'INT',
  'int unsigned': 'LONG',
  'integer unsigned': 'LONG',
  'smallint unsigned': 'INT',
  'mediumint unsigned': 'INT',
  'tinyint unsigned': 'SHORT',
  'bigint unsigned': 'BIGDECIMAL',
  bit: 'BOOLEAN',
  smallserial: 'SHORT',
  tinytext: 'STRING',
  mediumtext: 'STRING',
  longtext: 'STRING',
  clob: 'STRING',
  nclob: 'STRING',
  ntext: 'STRING',
  varchar2: 'STRING',
  nvarchar2: 'STRING',
  enum: 'STRING',
  set: 'STRING',
  uniqueidentifier: 'STRING',
  guid: 'STRING',
  objectid: 'STRING',
  interval: 'STRING',
  macaddr: 'STRING',
  tsvector: 'STRING',
  hstore: 'JSON',
  object: 'JSON',
  array: 'JSON',
  datetime2: 'LOCALDATETIME',
  smalldatetime: 'LOCALDATETIME',
  datetimeoffset: 'INSTANT',
  'timestamp with local time zone': 'INSTANT',
  tinyblob: 'BINARY',
  mediumblob: 'BINARY',
  longblob: 'BINARY',
  image: 'BINARY',
  raw: 'BINARY',
  smallmoney: 'BIGDECIMAL',
  number: 'BIGDECIMAL',
  binary_double: 'DOUBLE',
  binary_float: 'FLOAT',
  naive_date: 'LOCALDATE',
  naive_datetime: 'LOCALDATETIME',
  utc_datetime: 'INSTANT',
  naive_time: 'LOCALTIME',
}
const logical = new Map<string, LogicalType>(logicalTypes.map((type) => [type.toLowerCase(), type]))

/** Kinds of text and of JSON that a source keeps apart. Everything else is told by the logical type alone. */
const textKinds: readonly [RegExp, string][] = [
  [/^(?:tiny|medium|long|n|ci)?text$|^n?clob$/, 'text'],
  [/^(?:uuid|uniqueidentifier|guid)$/, 'uuid'],
  [/^enum/, 'enum'],
  [/^(?:bp|n)?char$|^character$/, 'char'],
  [/^(?:string|n?varchar2?|character varying)$/, 'varchar'],
]
const measured = new Set<LogicalType | null>(['STRING', 'BIGDECIMAL', 'BINARY'])

/**
 * What a source's spelling means. Case, spaces and synonyms do not matter; a length or precision does where it limits values. The engines'
 * own tables are asked in turn, Postgres first, because a bare schema does not say where it comes from.
 */
export function readSourceType(spelling: string): SourceType {
  const lower = spelling
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*([(),])\s*/g, '$1')
  const bare = lower
    .replace(/<.*$/, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/ (?:character set|collate) .*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const type = typeOf(lower, bare)
  if (type === null) return { type, canonical: `?${lower}` }
  return { type, canonical: `${type}${kindOf(type, bare, lower)}${measureOf(type, lower)}` }
}

/** True when two canonical spellings are one type: a length only one side tells is no difference. */
export function isSameSourceType(one: SourceType, other: SourceType): boolean {
  if (one.canonical === other.canonical) return true
  const [head, measure] = one.canonical.split('(')
  const [otherHead, otherMeasure] = other.canonical.split('(')
  return head === otherHead && (measure === undefined || otherMeasure === undefined)
}

function typeOf(lower: string, bare: string): LogicalType | null {
  if (/\[\d*\]$/.test(lower)) return 'JSON'
  if (/^(?:tinyint\(1\)|bit\(1\))$/.test(lower)) return 'BOOLEAN'
  if (/^bit(?: varying)?\(/.test(lower)) return 'BINARY'
  if (/^number\(\d+(?:,0)?\)$/.test(lower)) return 'LONG'
  if (bare.startsWith('enum')) return 'STRING'
  const named = logical.get(bare) ?? (Object.hasOwn(otherSpellings, bare) ? otherSpellings[bare] : undefined)
  if (named !== undefined) return named
  for (const engine of engines) {
    const found = parseTypeSpelling(engine, lower)
    if (found !== null) return found
  }
  return null
}

function kindOf(type: LogicalType, bare: string, lower: string): string {
  if (type === 'JSON') return /\[\d*\]$/.test(lower) ? `:${lower}` : bare === 'jsonb' ? ':jsonb' : ''
  if (type !== 'STRING') return ''
  if (bare.startsWith('enum')) return `:${lower}`
  const kind = textKinds.find(([form]) => form.test(bare))?.[1]
  return `:${kind ?? bare}`
}

function measureOf(type: LogicalType, lower: string): string {
  if (!measured.has(type) || lower.startsWith('enum')) return ''
  const found = /\((\d+)(?:,(\d+))?\)/.exec(lower)
  return found === null ? '' : `(${found[1]},${found[2] ?? '0'}`
}
