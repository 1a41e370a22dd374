import { describe, expect, it } from 'vitest'
import { countFailingSql, sampleFailingSql } from '../checks/failing-rows-sql'
import type { RowCondition } from '../checks/row-condition'
import { WarehouseObjectMissingError } from '../errors'
import { aggregatesSql } from '../profile/aggregates-sql'
import { chooseColumns } from '../profile/choose-columns'
import { sourceOf } from '../profile/measured-column'
import { keyDuplicatesSql, masksSql, quantilesSql, scoutSql, topValuesSql } from '../profile/statements'
import { bigqueryDialect } from './bigquery-dialect'
import { databricksDialect } from './databricks-dialect'
import { duckdbDialect } from './duckdb-dialect'
import { postgresDialect } from './postgres-dialect'
import { redshiftDialect } from './redshift-dialect'
import { snowflakeDialect } from './snowflake-dialect'
import type { SqlDialect } from './sql-dialect'

const table = { schema: 'crm', table: 'or"d`er' }
const spellings: Record<string, Record<'number' | 'moment' | 'flag' | 'text' | 'document' | 'binary', string>> = {
  postgres: {
    number: 'numeric(12,2)',
    moment: 'timestamp with time zone',
    flag: 'boolean',
    text: 'character varying(20)',
    document: 'jsonb',
    binary: 'bytea',
  },
  duckdb: { number: 'DOUBLE', moment: 'TIMESTAMP', flag: 'BOOLEAN', text: 'VARCHAR', document: 'JSON', binary: 'BLOB' },
  snowflake: {
    number: 'NUMBER(38,0)',
    moment: 'TIMESTAMP_TZ',
    flag: 'BOOLEAN',
    text: 'VARCHAR',
    document: 'VARIANT',
    binary: 'BINARY',
  },
  bigquery: { number: 'INT64', moment: 'TIMESTAMP', flag: 'BOOL', text: 'STRING', document: 'JSON', binary: 'BYTES' },
  databricks: {
    number: 'double',
    moment: 'timestamp',
    flag: 'boolean',
    text: 'string',
    document: 'struct<a:int>',
    binary: 'binary',
  },
  redshift: {
    number: 'double precision',
    moment: 'timestamp',
    flag: 'boolean',
    text: 'character varying(20)',
    document: 'super',
    binary: 'varbyte',
  },
}
const conditions: RowCondition[] = [
  { kind: 'is-null', column: 'a' },
  { kind: 'not-among', column: 'a', values: ["it's", 'b'] },
  { kind: 'outside-range', column: 'a', min: 0, max: 10 },
  { kind: 'not-matching', column: 'a', pattern: '^x$' },
  { kind: 'length-outside', column: 'a', min: 1, max: null },
  { kind: 'repeated', columns: ['a', 'b'] },
  { kind: 'without-parent', column: 'a', parent: { schema: 'crm', table: 'account', column: 'id' } },
]

/** Every statement of a profile and of the checks, in one text that a person can read before it is accepted. */
function everyStatement(dialect: SqlDialect): string {
  const catalogue = Object.entries(spellings[dialect.engine] ?? {}).map(([kind, typeSpelling]) => ({
    column: `a ${kind}`,
    typeSpelling,
    isReadable: true,
  }))
  const { columns } = chooseColumns(dialect, catalogue, { sensitiveColumns: ['a flag'] })
  const comparable = columns.filter(({ kind }) => kind !== 'document' && kind !== 'binary')
  const numbers = columns.filter(({ kind }) => kind === 'number' || kind === 'moment')
  const texts = columns.filter(({ kind }) => kind === 'text')
  const rows = { syncedColumn: '_fivetran_synced', syncedAfter: new Date('2026-01-02T03:04:05.678Z') }
  const all = sourceOf(dialect, dialect.table(table), { ...rows, syncedAfter: null }, null)
  const sample = sourceOf(dialect, dialect.table(table), rows, { percent: 4, seed: 17 })
  const guarded = numbers.slice(0, 1).map((column) => ({ ...column, isGuarded: true }))
  const bins = dialect.binCounts(
    [
      { number: dialect.number(dialect.quote('a')), edges: [0, 1.5] },
      { number: dialect.number(dialect.quote('b')), edges: [] },
    ],
    sample,
  )
  const slice = () => ({ bits: 6, residue: 3 })
  const none = { syncedColumn: null, deletedColumn: null }
  const facts = { syncedColumn: dialect.quote('_fivetran_synced'), deletedColumn: dialect.quote('_fivetran_deleted') }
  const named: [string, string][] = [
    ['scout', scoutSql(dialect, columns, sample)],
    ['quantiles', quantilesSql(dialect, numbers, [0.02, 0.5], sample)],
    ['top values', topValuesSql(dialect, comparable, sample, { bits: 6, limitMax: 20 })],
    ['masks', masksSql(dialect, texts, sample, 20)],
    [
      'aggregates',
      aggregatesSql(dialect, columns, all, facts, ({ kind }) =>
        kind === 'text' || kind === 'number' ? slice() : null,
      ),
    ],
    ['aggregates of finite values', aggregatesSql(dialect, guarded, all, none, () => null)],
    ['bins', bins.sql],
    ['duplicates of a key', keyDuplicatesSql(dialect, comparable.slice(0, 2), sample, 6)],
    ...conditions.map((condition): [string, string] => [
      condition.kind,
      bound(countFailingSql(dialect, table, condition)),
    ]),
    [
      'a sample of failing rows',
      bound(
        sampleFailingSql(dialect, table, conditions[1] ?? { kind: 'is-null', column: 'a' }, {
          columns: ['a', 'b'],
          limitMax: 5_000,
        }),
      ),
    ],
  ]
  return `${named.map(([name, sql]) => `-- ${name}\n${sql}`).join('\n\n')}\n`
}

function bound({ sql, parameters }: { sql: string; parameters: unknown[] }): string {
  return `${sql}\n-- with ${JSON.stringify(parameters)}`
}

describe.each([postgresDialect, duckdbDialect, snowflakeDialect, bigqueryDialect, databricksDialect, redshiftDialect])(
  'the dialect of $engine',
  (dialect) => {
    it('writes the statements on record', async () => {
      await expect(everyStatement(dialect)).toMatchFileSnapshot(`./golden/${dialect.engine}.sql`)
    })

    it('leaves no way out of its quotes', () => {
      const hostile = dialect.quote('a"b`c\\d; DROP TABLE x; --')
      const quote = hostile[0] ?? ''
      expect(hostile.at(-1)).toBe(quote)
      const inner = hostile.slice(1, -1).replaceAll(dialect.engine === 'bigquery' ? /\\[\\`]/g : quote + quote, '')
      expect(inner).not.toContain(quote)
      expect(() => dialect.quote('a\0b')).toThrow(WarehouseObjectMissingError)
    })

    it('takes nothing for a number that is none', () => {
      expect(() => dialect.sampled('t', Number.NaN, 1)).toThrow(RangeError)
      expect(() => dialect.firstCharacters('t', 1.5)).toThrow(RangeError)
      expect(() => dialect.binCounts([{ number: 'x', edges: [Number.POSITIVE_INFINITY] }], 't')).toThrow(RangeError)
    })
  },
)

it('reads rows per bin from counts below each edge', () => {
  const { read } = snowflakeDialect.binCounts([{ number: 'x', edges: [1, 2] }], 't')
  expect(read([{ b0_0: '3', b0_1: '3', b0_all: 10 }])).toEqual([[3, 0, 7]])
})
