import type { CheckPromise, CheckTerms } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import type { CheckedTable, CheckFile } from './checked-table'
import { toYaml, type YamlValue } from './to-yaml'

/** A Soda contract (v4). The data source is the connection's name: a person puts their own in its place. */
export function toSoda({ connection, schema, table, checks }: CheckedTable): CheckFile {
  const leftOut: string[] = []
  const ofColumn = new Map<string, YamlValue[]>()
  const ofTable: YamlValue[] = []
  for (const { promise, severity } of checks) {
    const found = checkOf(promise, severity)
    if (!found) leftOut.push(describePromise(promise))
    else if (found.column === null) ofTable.push(found.check)
    else ofColumn.set(found.column, [...(ofColumn.get(found.column) ?? []), found.check])
  }
  return {
    name: `${schema}.${table}.contract.yml`,
    mediaType: 'application/yaml',
    text: toYaml({
      dataset: `${connection}/warehouse/${schema}/${table}`,
      columns: [...ofColumn].map(([name, found]) => ({ name, checks: found })),
      checks: ofTable.length > 0 ? ofTable : undefined,
    }),
    leftOut,
  }
}

function checkOf(
  promise: CheckPromise,
  severity: CheckTerms['severity'],
): { column: string | null; check: YamlValue } | null {
  const level = severity === 'warn' ? { level: 'warn' } : {}
  const share = 'failingShareMax' in promise ? promise.failingShareMax : 0
  const threshold = share > 0 ? { metric: 'percent', must_be_less_than_or_equal: share * 100, ...level } : level
  const body = (own: { [key: string]: YamlValue }): YamlValue => ({
    ...own,
    ...(Object.keys(threshold).length > 0 && { threshold: { ...(share === 0 && { must_be: 0 }), ...threshold } }),
  })
  const named = (name: string, own: { [key: string]: YamlValue } = {}): YamlValue => {
    const full = body(own)
    return { [name]: Object.keys(full as object).length === 0 ? null : full }
  }
  switch (promise.kind) {
    case 'not-null':
      return { column: promise.column, check: named('missing') }
    case 'unique': {
      const [column] = promise.columns
      return promise.columns.length === 1 && column !== undefined
        ? { column, check: named('duplicate') }
        : { column: null, check: named('duplicate', { columns: promise.columns }) }
    }
    case 'accepted-values':
      return { column: promise.column, check: named('invalid', { valid_values: promise.values }) }
    case 'range':
      return {
        column: promise.column,
        check: named('invalid', {
          ...(promise.min !== null && { valid_min: promise.min }),
          ...(promise.max !== null && { valid_max: promise.max }),
        }),
      }
    case 'pattern':
      return {
        column: promise.column,
        check: named('invalid', { valid_format: { regex: promise.pattern, name: 'as_it_was' } }),
      }
    case 'length':
      return {
        column: promise.column,
        check: named('invalid', {
          ...(promise.min !== null && { valid_min_length: promise.min }),
          ...(promise.max !== null && { valid_max_length: promise.max }),
        }),
      }
    case 'row-count':
      return { column: null, check: { row_count: { threshold: { ...between(promise.min, promise.max), ...level } } } }
    case 'freshness':
      return {
        column: null,
        check: {
          freshness: {
            column: '_fivetran_synced',
            threshold: { unit: 'minute', must_be_less_than_or_equal: promise.minutesMax, ...level },
          },
        },
      }
    case 'aggregate': {
      const name = { mean: 'avg', deviation: 'stddev', median: null, p95: null, 'null-share': null, distinct: null }[
        promise.measure
      ]
      return name === null
        ? null
        : {
            column: promise.column,
            check: { aggregate: { function: name, threshold: { ...between(promise.min, promise.max), ...level } } },
          }
    }
    // The other dataset is named by the reader's own data source.
    case 'referential':
      return null
  }
}

function between(min: number | null, max: number | null): { [key: string]: YamlValue } {
  if (min === null) return { must_be_less_than_or_equal: max }
  if (max === null) return { must_be_greater_than_or_equal: min }
  return { must_be_between: { greater_than_or_equal: min, less_than_or_equal: max } }
}
