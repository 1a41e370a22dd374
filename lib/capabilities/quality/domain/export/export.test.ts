import { describe, expect, it } from 'vitest'
import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import type { CheckedTable } from './checked-table'
import { exportChecks } from './export-checks'
import { toYaml } from './to-yaml'

const promises: CheckPromise[] = [
  { kind: 'not-null', column: 'id', failingShareMax: 0 },
  { kind: 'unique', columns: ['id'] },
  { kind: 'unique', columns: ['shop', 'number'] },
  { kind: 'accepted-values', column: 'status', values: ['paid', 'no'], failingShareMax: 0.01 },
  { kind: 'range', column: 'amount', min: 0, max: 500, failingShareMax: 0 },
  {
    kind: 'referential',
    column: 'customer_id',
    parent: { schema: 'public', table: 'customer', column: 'id' },
    failingShareMax: 0,
  },
  { kind: 'freshness', minutesMax: 360 },
  { kind: 'row-count', min: 1_000, max: null },
  { kind: 'aggregate', column: 'amount', measure: 'mean', min: 10, max: 90 },
]
const table: CheckedTable = {
  connection: 'pg',
  schema: 'pg_public',
  table: 'order',
  checks: promises.map((promise, at) => ({
    id: `c${at}`,
    promise,
    severity: 'fail',
    blocking: false,
    runs: 'after-sync',
  })),
  parentOf: ({ schema, table: name }) => ({ schema: `pg_${schema}`, table: name }),
}

describe('checks for other tools', () => {
  it('become a suite of Great Expectations', () => {
    const { text, leftOut } = exportChecks(table, 'great-expectations')
    expect(JSON.parse(text)).toMatchObject({
      name: 'pg_public.order',
      expectations: [
        { type: 'expect_column_values_to_not_be_null', kwargs: { column: 'id', mostly: 1 }, severity: 'critical' },
        { type: 'expect_column_values_to_be_unique', kwargs: { column: 'id' } },
        { type: 'expect_compound_columns_to_be_unique', kwargs: { column_list: ['shop', 'number'] } },
        { type: 'expect_column_values_to_be_in_set', kwargs: { value_set: ['paid', 'no'], mostly: 0.99 } },
        { type: 'expect_column_values_to_be_between', kwargs: { min_value: 0, max_value: 500 } },
        { type: 'expect_table_row_count_to_be_between', kwargs: { min_value: 1_000, max_value: null } },
        { type: 'expect_column_mean_to_be_between', kwargs: { column: 'amount', min_value: 10, max_value: 90 } },
      ],
    })
    expect(leftOut).toEqual(['`customer_id` exists in `customer`', 'rows arrive within 6 h'])
  })

  it('become a source of dbt', () => {
    const { text, leftOut } = exportChecks(table, 'dbt')
    expect(text).toBe(`version: 2
sources:
  - name: pg_public
    schema: pg_public
    config:
      loaded_at_field: _fivetran_synced
    tables:
      - name: order
        config:
          freshness:
            error_after:
              count: 360
              period: minute
        data_tests:
          - "dbt_utils.unique_combination_of_columns":
              arguments:
                combination_of_columns:
                  - shop
                  - number
              config:
                severity: error
          - "dbt_expectations.expect_table_row_count_to_be_between":
              arguments:
                min_value: 1000
              config:
                severity: error
        columns:
          - name: id
            data_tests:
              - not_null:
                  config:
                    severity: error
              - unique:
                  config:
                    severity: error
          - name: amount
            data_tests:
              - "dbt_utils.accepted_range":
                  arguments:
                    min_value: 0
                    max_value: 500
                  config:
                    severity: error
          - name: customer_id
            data_tests:
              - relationships:
                  arguments:
                    to: "source('pg_public', 'customer')"
                    field: id
                  config:
                    severity: error
`)
    expect(leftOut).toEqual(['`status` is one of 2 values', 'the mean of `amount` is 10 to 90'])
  })

  it('become a contract of Soda', () => {
    const { text, leftOut } = exportChecks(table, 'soda')
    expect(text).toBe(`dataset: "pg/warehouse/pg_public/order"
columns:
  - name: id
    checks:
      - missing:
      - duplicate:
  - name: status
    checks:
      - invalid:
          valid_values:
            - paid
            - "no"
          threshold:
            metric: percent
            must_be_less_than_or_equal: 1
  - name: amount
    checks:
      - invalid:
          valid_min: 0
          valid_max: 500
      - aggregate:
          function: avg
          threshold:
            must_be_between:
              greater_than_or_equal: 10
              less_than_or_equal: 90
checks:
  - duplicate:
      columns:
        - shop
        - number
  - freshness:
      column: _fivetran_synced
      threshold:
        unit: minute
        must_be_less_than_or_equal: 360
  - row_count:
      threshold:
        must_be_greater_than_or_equal: 1000
`)
    expect(leftOut).toEqual(['`customer_id` exists in `customer`'])
  })

  it('become an open data contract', () => {
    const { text, leftOut } = exportChecks(table, 'odcs')
    expect(text).toContain(`apiVersion: "v3.1.0"
kind: DataContract
id: "pg.pg_public.order"
`)
    expect(text).toContain(
      `          - name: status
            physicalName: status
            quality:
              - metric: invalidValues
                arguments:
                  validValues:
                    - paid
                    - "no"
                mustBeLessOrEqualTo: 1
                unit: percent
`.replace(/^ {4}/gm, ''),
    )
    expect(text).toContain('query: "SELECT COUNT(*) FROM {object} WHERE {property} < 0 OR {property} > 500"')
    expect(leftOut).toEqual(['`customer_id` exists in `customer`', 'the mean of `amount` is 10 to 90'])
  })

  it('let no name become syntax', () => {
    expect(toYaml({ 'a: b': ['- x', '#', '1', 'yes', 'a\nb', ''], none: [], empty: {} })).toBe(
      '"a: b":\n  - "- x"\n  - "#"\n  - "1"\n  - "yes"\n  - "a\\nb"\n  - ""\nnone: []\nempty: {}\n',
    )
  })
})
