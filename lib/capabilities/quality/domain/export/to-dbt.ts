import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import { columnsOf } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import type { CheckedTable, CheckFile } from './checked-table'
import { toYaml, type YamlValue } from './to-yaml'

/**
 * A source of dbt (1.10.5 and newer: `data_tests` with `arguments` and `config`). Tests of dbt itself where there is one, else of dbt_utils and
 * dbt_expectations. dbt counts failing rows: where a share may fail the check is left out, because a count would say something else.
 */
export function toDbt({ schema, table, checks, parentOf }: CheckedTable): CheckFile {
  const leftOut: string[] = []
  const ofColumn = new Map<string, YamlValue[]>()
  const ofTable: YamlValue[] = []
  let freshness: YamlValue | undefined
  for (const { promise, severity } of checks) {
    if (promise.kind === 'freshness') {
      const after = { count: promise.minutesMax, period: 'minute' }
      freshness = severity === 'fail' ? { error_after: after } : { warn_after: after }
      continue
    }
    const found = testOf(promise, parentOf)
    if (!found || ('failingShareMax' in promise && promise.failingShareMax > 0)) {
      leftOut.push(describePromise(promise))
      continue
    }
    const [name, test] = found
    const full: YamlValue = {
      [name]: { ...(test && { arguments: test }), config: { severity: severity === 'fail' ? 'error' : 'warn' } },
    }
    const [column, ...others] = columnsOf(promise)
    if (column === undefined || others.length > 0) ofTable.push(full)
    else ofColumn.set(column, [...(ofColumn.get(column) ?? []), full])
  }
  const source: YamlValue = {
    name: schema,
    schema,
    config: freshness ? { loaded_at_field: '_fivetran_synced' } : undefined,
    tables: [
      {
        name: table,
        config: freshness ? { freshness } : undefined,
        data_tests: ofTable.length > 0 ? ofTable : undefined,
        columns: [...ofColumn].map(([name, tests]) => ({ name, data_tests: tests })),
      },
    ],
  }
  return {
    name: `${schema}.${table}.sources.yml`,
    mediaType: 'application/yaml',
    text: toYaml({ version: 2, sources: [source] }),
    leftOut,
  }
}

function testOf(
  promise: CheckPromise,
  parentOf: CheckedTable['parentOf'],
): [string, { [key: string]: YamlValue } | null] | null {
  const bounds = (min: number | null, max: number | null) => ({
    ...(min !== null && { min_value: min }),
    ...(max !== null && { max_value: max }),
  })
  switch (promise.kind) {
    case 'not-null':
      return ['not_null', null]
    case 'unique':
      return promise.columns.length === 1
        ? ['unique', null]
        : ['dbt_utils.unique_combination_of_columns', { combination_of_columns: promise.columns }]
    case 'accepted-values':
      return ['accepted_values', { values: promise.values }]
    case 'range':
      return ['dbt_utils.accepted_range', bounds(promise.min, promise.max)]
    case 'pattern':
      return ['dbt_expectations.expect_column_values_to_match_regex', { regex: promise.pattern }]
    case 'length':
      return ['dbt_expectations.expect_column_value_lengths_to_be_between', bounds(promise.min, promise.max)]
    case 'referential': {
      const parent = parentOf(promise.parent)
      // A name with a quote would end the expression that dbt evaluates.
      if (/['\\{}]/.test(parent.schema + parent.table)) return null
      return ['relationships', { to: `source('${parent.schema}', '${parent.table}')`, field: promise.parent.column }]
    }
    case 'row-count':
      return ['dbt_expectations.expect_table_row_count_to_be_between', bounds(promise.min, promise.max)]
    case 'freshness':
    case 'aggregate':
      return null
  }
}
