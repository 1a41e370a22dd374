import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import type { CheckedTable, CheckFile } from './checked-table'

type Expectation = { type: string; kwargs: Record<string, unknown> }

/** A suite of Great Expectations 1.x: `type` and `kwargs`, `mostly` where some rows may fail. */
export function toGreatExpectations({ schema, table, checks }: CheckedTable): CheckFile {
  const leftOut: string[] = []
  const expectations = checks.flatMap(({ id, promise, severity }) => {
    const expectation = expectationOf(promise)
    if (!expectation) leftOut.push(describePromise(promise))
    return expectation
      ? [{ ...expectation, meta: { headgate_check_id: id }, severity: severity === 'fail' ? 'critical' : 'warning' }]
      : []
  })
  const suite = { name: `${schema}.${table}`, expectations, suite_parameters: {}, meta: {}, notes: null }
  return {
    name: `${schema}.${table}.suite.json`,
    mediaType: 'application/json',
    text: `${JSON.stringify(suite, null, 2)}\n`,
    leftOut,
  }
}

function expectationOf(promise: CheckPromise): Expectation | null {
  const mostly = 'failingShareMax' in promise ? { mostly: 1 - promise.failingShareMax } : {}
  const bounds = (min: number | null, max: number | null) => ({ min_value: min, max_value: max })
  switch (promise.kind) {
    case 'not-null':
      return { type: 'expect_column_values_to_not_be_null', kwargs: { column: promise.column, ...mostly } }
    case 'unique': {
      const [column] = promise.columns
      return promise.columns.length === 1
        ? { type: 'expect_column_values_to_be_unique', kwargs: { column } }
        : { type: 'expect_compound_columns_to_be_unique', kwargs: { column_list: promise.columns } }
    }
    case 'accepted-values':
      return {
        type: 'expect_column_values_to_be_in_set',
        kwargs: { column: promise.column, value_set: promise.values, ...mostly },
      }
    case 'range':
      return {
        type: 'expect_column_values_to_be_between',
        kwargs: { column: promise.column, ...bounds(promise.min, promise.max), ...mostly },
      }
    case 'pattern':
      return {
        type: 'expect_column_values_to_match_regex',
        kwargs: { column: promise.column, regex: promise.pattern, ...mostly },
      }
    case 'length':
      return {
        type: 'expect_column_value_lengths_to_be_between',
        kwargs: { column: promise.column, ...bounds(promise.min, promise.max), ...mostly },
      }
    case 'row-count':
      return { type: 'expect_table_row_count_to_be_between', kwargs: bounds(promise.min, promise.max) }
    case 'aggregate':
      return aggregateOf(promise)
    // A reference needs a query of the reader's own engine, and a moving bound on a moment is no constant.
    case 'referential':
    case 'freshness':
      return null
  }
}

function aggregateOf({ column, measure, min, max }: Extract<CheckPromise, { kind: 'aggregate' }>): Expectation | null {
  const kwargs = { column, min_value: min, max_value: max }
  switch (measure) {
    case 'mean':
      return { type: 'expect_column_mean_to_be_between', kwargs }
    case 'deviation':
      return { type: 'expect_column_stdev_to_be_between', kwargs }
    case 'median':
      return { type: 'expect_column_median_to_be_between', kwargs }
    case 'p95':
      return {
        type: 'expect_column_quantile_values_to_be_between',
        kwargs: { column, quantile_ranges: { quantiles: [0.95], value_ranges: [[min, max]] } },
      }
    case 'distinct':
      return { type: 'expect_column_unique_value_count_to_be_between', kwargs }
    case 'null-share':
      return min === null && max !== null
        ? { type: 'expect_column_values_to_not_be_null', kwargs: { column, mostly: 1 - max } }
        : null
  }
}
