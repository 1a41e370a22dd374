import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import type { ColumnProfile, TableProfile } from '../profile/table-profile'
import type { CheckMeasure } from './judge-check'

/** The moment a profile was taken: freshness is judged as of then. */
export interface DatedProfile {
  at: Date
  profile: TableProfile
}

const nothing = (reason: string): CheckMeasure => ({ kind: 'nothing', reason })

/**
 * What a kept profile says of a promise, for a test on the past. Where a profile cannot tell (a sampled or cut list of values, a sensitive
 * column, an estimate where the promise is exact) it says so; it never guesses that the promise held.
 */
export function measureByProfile(promise: CheckPromise, { at, profile }: DatedProfile): CheckMeasure {
  const { rows } = profile
  if (promise.kind === 'row-count') return { kind: 'number', rows, value: rows }
  if (promise.kind === 'freshness') {
    if (profile.newestSyncedAt === null) return nothing('The table says nowhere when its rows were synced.')
    return { kind: 'number', rows, value: (at.getTime() - Date.parse(profile.newestSyncedAt)) / 60_000 }
  }
  if (promise.kind === 'referential') return nothing('A profile does not look into another table.')
  if (promise.kind === 'unique') return uniqueByProfile(promise.columns, profile)
  const column = profile.columns.find((candidate) => candidate.column === promise.column)
  if (!column || column.nulls === null) return nothing('The column was not measured.')
  switch (promise.kind) {
    case 'not-null':
      return { kind: 'rows', rows, failing: column.nulls }
    case 'accepted-values':
      return valuesByProfile(promise.values, column, rows)
    case 'range':
      return rangeByProfile(promise, column, rows)
    case 'length': {
      const { length } = column
      if (length === null)
        return column.nulls === rows ? { kind: 'rows', rows, failing: 0 } : nothing('Lengths were not measured.')
      const isWithin =
        (promise.min === null || length.min >= promise.min) && (promise.max === null || length.max <= promise.max)
      return isWithin ? { kind: 'rows', rows, failing: 0 } : atLeastOne(promise.failingShareMax, rows)
    }
    case 'pattern':
      return nothing('A profile keeps forms, not what matches a pattern.')
    case 'aggregate':
      return aggregateByProfile(promise.measure, column, rows)
  }
}

/** An end of the values lies outside: some row fails, and how many is not kept. Enough where none may. */
function atLeastOne(failingShareMax: number, rows: number): CheckMeasure {
  return Math.floor(failingShareMax * rows) === 0
    ? { kind: 'rows', rows, failing: 1 }
    : nothing('Some rows fail; how many was not kept.')
}

function uniqueByProfile(columns: readonly string[], { key, rows, columns: measured }: TableProfile): CheckMeasure {
  if (key && key.columns.length === columns.length && key.columns.every((column) => columns.includes(column)))
    return { kind: 'rows', rows, failing: key.duplicateRows }
  const column = columns.length === 1 ? measured.find((candidate) => candidate.column === columns[0]) : undefined
  if (!column?.distinct || column.nulls === null) return nothing('Doubles of these columns were not measured.')
  const present = rows - column.nulls
  if (column.distinct.method !== 'exact') return nothing('The number of different values is an estimate.')
  return { kind: 'rows', rows, failing: present - column.distinct.count }
}

function valuesByProfile(values: readonly string[], column: ColumnProfile, rows: number): CheckMeasure {
  const { topValues, distinct } = column
  if (column.nulls === rows) return { kind: 'rows', rows, failing: 0 }
  if (topValues === null || distinct === null) return nothing('No values of this column are kept.')
  const accepted = new Set(values)
  const strange = topValues.values.filter(({ value }) => !accepted.has(value))
  const isWhole = !topValues.isSampled && topValues.values.length >= distinct.count
  const failing = strange.reduce((sum, value) => sum + value.rows, 0)
  if (isWhole) return { kind: 'rows', rows, failing }
  return failing > 0 && topValues.outOf > 0
    ? { kind: 'rows', rows, failing: Math.round((failing / topValues.outOf) * (rows - (column.nulls ?? 0))) }
    : nothing('Only the commonest values are kept.')
}

function rangeByProfile(
  promise: Extract<CheckPromise, { kind: 'range' }>,
  column: ColumnProfile,
  rows: number,
): CheckMeasure {
  if (column.nulls === rows) return { kind: 'rows', rows, failing: 0 }
  const [least, greatest] = [column.min, column.max].map((end) => (end === null ? Number.NaN : Number(end)))
  if (least === undefined || greatest === undefined || Number.isNaN(least) || Number.isNaN(greatest))
    return nothing('Ends of the values were not kept.')
  const isWithin = (promise.min === null || least >= promise.min) && (promise.max === null || greatest <= promise.max)
  return isWithin ? { kind: 'rows', rows, failing: 0 } : atLeastOne(promise.failingShareMax, rows)
}

/** A statistic of a column; the same numbers that a check's own run reads. */
export function aggregateByProfile(
  measure: Extract<CheckPromise, { kind: 'aggregate' }>['measure'],
  column: ColumnProfile,
  rows: number,
): CheckMeasure {
  const quantile = (at: number) => column.quantiles?.points.find(([share]) => share === at)?.[1] ?? null
  const value = {
    mean: () => column.mean,
    deviation: () => column.deviation,
    median: () => quantile(0.5),
    p95: () => quantile(0.95),
    'null-share': () => (column.nulls === null || rows === 0 ? null : column.nulls / rows),
    distinct: () => column.distinct?.count ?? null,
  }[measure]()
  return value === null ? nothing('This statistic could not be measured.') : { kind: 'number', rows, value }
}
