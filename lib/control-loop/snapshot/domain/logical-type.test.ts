import { describe, expect, it } from 'vitest'
import { type Engine, parseTypeSpelling } from './logical-type'
import type { LogicalType } from './schema-tree'

describe('parseTypeSpelling', () => {
  const cases: [Engine, string, LogicalType | null][] = [
    ['postgres', 'character varying(256)', 'STRING'],
    ['postgres', 'TIMESTAMP(3) WITHOUT TIME ZONE', 'LOCALDATETIME'],
    ['postgres', 'timestamp with time zone', 'INSTANT'],
    ['postgres', 'double  precision', 'DOUBLE'],
    ['postgres', 'numeric(10,2)', 'BIGDECIMAL'],
    ['postgres', 'text[]', 'JSON'],
    ['postgres', 'float(24)', 'FLOAT'],
    ['postgres', 'jsonb', 'JSON'],
    ['postgres', 'USER-DEFINED', null],
    ['snowflake', 'NUMBER(38,0)', 'LONG'],
    ['snowflake', 'NUMBER', 'LONG'],
    ['snowflake', 'NUMBER(12, 4)', 'BIGDECIMAL'],
    ['snowflake', 'FLOAT', 'DOUBLE'],
    ['snowflake', 'TIMESTAMP_NTZ(9)', 'LOCALDATETIME'],
    ['snowflake', 'TIMESTAMP_TZ', 'INSTANT'],
    ['snowflake', 'VARIANT', 'JSON'],
    ['bigquery', 'INT64', 'LONG'],
    ['bigquery', 'BIGNUMERIC(38, 9)', 'BIGDECIMAL'],
    ['bigquery', 'TIMESTAMP', 'INSTANT'],
    ['bigquery', 'DATETIME', 'LOCALDATETIME'],
    ['bigquery', 'STRUCT<a INT64, b STRING(3)>', 'JSON'],
    ['databricks', 'timestamp', 'INSTANT'],
    ['databricks', 'timestamp_ntz', 'LOCALDATETIME'],
    ['databricks', 'decimal(38,10)', 'BIGDECIMAL'],
    ['databricks', 'array<string>', 'JSON'],
    ['redshift', 'super', 'JSON'],
    ['redshift', 'timestamp without time zone', 'LOCALDATETIME'],
    ['duckdb', 'HUGEINT', 'BIGDECIMAL'],
    ['duckdb', 'TIMESTAMP WITH TIME ZONE', 'INSTANT'],
    ['duckdb', 'TIMESTAMP', 'LOCALDATETIME'],
    ['duckdb', 'STRUCT(a DECIMAL(10,2), b INTEGER)', 'JSON'],
    ['duckdb', 'BLOB', 'BINARY'],
    ['duckdb', 'constructor', null],
    ['postgres', '', null],
  ]
  it.each(cases)('%s %s is %s', (engine, spelling, type) => {
    expect(parseTypeSpelling(engine, spelling)).toBe(type)
  })
})
