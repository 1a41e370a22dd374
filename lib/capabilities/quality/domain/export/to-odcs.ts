import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import type { CheckedTable, CheckFile } from './checked-table'
import { toYaml, type YamlValue } from './to-yaml'

/** The table as an Open Data Contract (ODCS v3.1.0) with its checks as quality rules of the library and a promise of freshness as an SLA. A draft: a person owns its version. */
export function toOdcs({ connection, schema, table, checks }: CheckedTable): CheckFile {
  const leftOut: string[] = []
  const ofColumn = new Map<string, YamlValue[]>()
  const ofTable: YamlValue[] = []
  const sla: YamlValue[] = []
  for (const { promise, severity } of checks) {
    if (promise.kind === 'freshness') {
      sla.push({ property: 'latency', value: promise.minutesMax, unit: 'm', element: `${table}._fivetran_synced` })
      continue
    }
    const rule = ruleOf(promise)
    if (!rule) {
      leftOut.push(describePromise(promise))
      continue
    }
    const full: YamlValue = { ...rule, severity: severity === 'fail' ? 'error' : 'warning' }
    const column =
      promise.kind === 'unique'
        ? promise.columns.length === 1
          ? promise.columns[0]
          : undefined
        : 'column' in promise
          ? promise.column
          : undefined
    if (column === undefined) ofTable.push(full)
    else ofColumn.set(column, [...(ofColumn.get(column) ?? []), full])
  }
  return {
    name: `${schema}.${table}.odcs.yaml`,
    mediaType: 'application/yaml',
    text: toYaml({
      apiVersion: 'v3.1.0',
      kind: 'DataContract',
      id: `${connection}.${schema}.${table}`,
      name: `${schema}_${table}`,
      version: '1.0.0',
      status: 'draft',
      schema: [
        {
          name: table,
          physicalName: `${schema}.${table}`,
          physicalType: 'table',
          quality: ofTable.length > 0 ? ofTable : undefined,
          properties: [...ofColumn].map(([name, quality]) => ({ name, physicalName: name, quality })),
        },
      ],
      slaProperties: sla.length > 0 ? sla : undefined,
    }),
    leftOut,
  }
}

function ruleOf(promise: CheckPromise): { [key: string]: YamlValue } | null {
  const allowed: { [key: string]: YamlValue } =
    'failingShareMax' in promise && promise.failingShareMax > 0
      ? { mustBeLessOrEqualTo: promise.failingShareMax * 100, unit: 'percent' }
      : { mustBe: 0 }
  switch (promise.kind) {
    case 'not-null':
      return { metric: 'nullValues', ...allowed, dimension: 'completeness' }
    case 'unique':
      return {
        metric: 'duplicateValues',
        ...(promise.columns.length > 1 && { arguments: { properties: promise.columns } }),
        mustBe: 0,
        dimension: 'uniqueness',
      }
    case 'accepted-values':
      return {
        metric: 'invalidValues',
        arguments: { validValues: promise.values },
        ...allowed,
        dimension: 'conformity',
      }
    case 'pattern':
      return { metric: 'invalidValues', arguments: { pattern: promise.pattern }, ...allowed, dimension: 'conformity' }
    case 'row-count':
      return { metric: 'rowCount', ...bounds(promise.min, promise.max), dimension: 'completeness' }
    case 'range':
      if (promise.failingShareMax > 0) return null
      return {
        type: 'sql',
        query: `SELECT COUNT(*) FROM {object} WHERE ${[
          ...(promise.min === null ? [] : [`{property} < ${promise.min}`]),
          ...(promise.max === null ? [] : [`{property} > ${promise.max}`]),
        ].join(' OR ')}`,
        mustBe: 0,
        dimension: 'accuracy',
      }
    case 'length':
    case 'referential':
    case 'freshness':
    case 'aggregate':
      return null
  }
}

function bounds(min: number | null, max: number | null): { [key: string]: YamlValue } {
  if (min === null) return { mustBeLessOrEqualTo: max }
  if (max === null) return { mustBeGreaterOrEqualTo: min }
  return { mustBeBetween: [min, max] }
}
