import type { LogicalType } from './schema-tree'

export const engines = ['postgres', 'snowflake', 'bigquery', 'databricks', 'redshift', 'duckdb'] as const
export type Engine = (typeof engines)[number]

type Spellings = Readonly<Record<string, LogicalType>>

/** Spellings on which every engine agrees. */
const shared: Spellings = {
  boolean: 'BOOLEAN',
  bool: 'BOOLEAN',
  smallint: 'SHORT',
  int2: 'SHORT',
  integer: 'INT',
  int: 'INT',
  int4: 'INT',
  bigint: 'LONG',
  int8: 'LONG',
  decimal: 'BIGDECIMAL',
  numeric: 'BIGDECIMAL',
  dec: 'BIGDECIMAL',
  real: 'FLOAT',
  float4: 'FLOAT',
  double: 'DOUBLE',
  'double precision': 'DOUBLE',
  float8: 'DOUBLE',
  date: 'LOCALDATE',
  time: 'LOCALTIME',
  'time without time zone': 'LOCALTIME',
  text: 'STRING',
  varchar: 'STRING',
  char: 'STRING',
  character: 'STRING',
  'character varying': 'STRING',
  string: 'STRING',
  nvarchar: 'STRING',
  nchar: 'STRING',
  bpchar: 'STRING',
  json: 'JSON',
  xml: 'XML',
  binary: 'BINARY',
  varbinary: 'BINARY',
  bytea: 'BINARY',
  'timestamp with time zone': 'INSTANT',
  timestamptz: 'INSTANT',
  'timestamp without time zone': 'LOCALDATETIME',
  datetime: 'LOCALDATETIME',
  timestamp_ntz: 'LOCALDATETIME',
}

/** What one engine means by a spelling when that differs from the shared table. */
const perEngine: Record<Engine, Spellings> = {
  postgres: {
    float: 'DOUBLE',
    timestamp: 'LOCALDATETIME',
    jsonb: 'JSON',
    uuid: 'STRING',
    citext: 'STRING',
    inet: 'STRING',
    cidr: 'STRING',
    name: 'STRING',
    money: 'BIGDECIMAL',
    timetz: 'STRING',
    'time with time zone': 'STRING',
    serial: 'INT',
    bigserial: 'LONG',
  },
  redshift: {
    float: 'DOUBLE',
    timestamp: 'LOCALDATETIME',
    super: 'JSON',
    varbyte: 'BINARY',
    'binary varying': 'BINARY',
  },
  // Whole numbers of every width are NUMBER(38,0) here: the width at the source cannot be read back.
  snowflake: {
    smallint: 'LONG',
    int: 'LONG',
    integer: 'LONG',
    bigint: 'LONG',
    tinyint: 'LONG',
    byteint: 'LONG',
    float: 'DOUBLE',
    float4: 'DOUBLE',
    real: 'DOUBLE',
    timestamp: 'LOCALDATETIME',
    timestamp_tz: 'INSTANT',
    timestamp_ltz: 'INSTANT',
    variant: 'JSON',
    object: 'JSON',
    array: 'JSON',
  },
  // One 64-bit integer type and one 64-bit float type, under several names.
  bigquery: {
    int64: 'LONG',
    int: 'LONG',
    integer: 'LONG',
    smallint: 'LONG',
    bigint: 'LONG',
    tinyint: 'LONG',
    byteint: 'LONG',
    float64: 'DOUBLE',
    float: 'DOUBLE',
    bignumeric: 'BIGDECIMAL',
    bigdecimal: 'BIGDECIMAL',
    timestamp: 'INSTANT',
    bytes: 'BINARY',
    struct: 'JSON',
    record: 'JSON',
    array: 'JSON',
    geography: 'STRING',
  },
  databricks: {
    tinyint: 'SHORT',
    byte: 'SHORT',
    short: 'SHORT',
    long: 'LONG',
    float: 'FLOAT',
    timestamp: 'INSTANT',
    timestamp_ltz: 'INSTANT',
    struct: 'JSON',
    array: 'JSON',
    map: 'JSON',
    variant: 'JSON',
  },
  duckdb: {
    tinyint: 'SHORT',
    utinyint: 'SHORT',
    usmallint: 'INT',
    uinteger: 'LONG',
    ubigint: 'BIGDECIMAL',
    hugeint: 'BIGDECIMAL',
    uhugeint: 'BIGDECIMAL',
    float: 'FLOAT',
    timestamp: 'LOCALDATETIME',
    timestamp_s: 'LOCALDATETIME',
    timestamp_ms: 'LOCALDATETIME',
    timestamp_ns: 'LOCALDATETIME',
    blob: 'BINARY',
    uuid: 'STRING',
    struct: 'JSON',
    map: 'JSON',
    list: 'JSON',
    union: 'JSON',
  },
}

/**
 * The logical type behind an engine's own spelling; case, spacing, lengths and precisions do not matter, except that a decimal declared
 * without decimals on Snowflake is how whole numbers are stored there. null for a spelling nobody documented: never a guess.
 */
export function parseTypeSpelling(engine: Engine, spelling: string): LogicalType | null {
  const lower = spelling.trim().toLowerCase()
  // Arrays of any member type arrive as JSON text.
  if (/\[\d*\]$/.test(lower)) return 'JSON'
  const bare = lower
    .replace(/<.*$/s, '')
    .replace(/\(.*\)/s, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (engine === 'snowflake' && ['number', 'decimal', 'numeric', 'dec'].includes(bare)) return snowflakeNumber(lower)
  if (engine === 'postgres' && /^float\((?:[1-9]|1\d|2[0-4])\)$/.test(lower)) return 'FLOAT'
  const own = perEngine[engine]
  if (Object.hasOwn(own, bare)) return own[bare] ?? null
  return Object.hasOwn(shared, bare) ? (shared[bare] ?? null) : null
}

function snowflakeNumber(spelling: string): LogicalType {
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(spelling)?.[1]
  return scale === undefined || Number(scale) === 0 ? 'LONG' : 'BIGDECIMAL'
}
