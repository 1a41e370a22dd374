import type { LogicalType } from './logical-type'

const POSTGRES_TYPES: Record<LogicalType, string> = {
  BOOLEAN: 'boolean',
  SHORT: 'smallint',
  INT: 'integer',
  LONG: 'bigint',
  BIGDECIMAL: 'numeric',
  FLOAT: 'real',
  DOUBLE: 'double precision',
  LOCALDATE: 'date',
  LOCALDATETIME: 'timestamp without time zone',
  INSTANT: 'timestamp with time zone',
  STRING: 'text',
  JSON: 'json',
  XML: 'xml',
  BINARY: 'bytea',
}

/** Takes a logical type and a known byte length (strings only); gives the column type a Postgres destination uses. */
export function postgresType(type: LogicalType, length: number | null): string {
  return type === 'STRING' && length !== null ? `character varying(${length})` : POSTGRES_TYPES[type]
}
