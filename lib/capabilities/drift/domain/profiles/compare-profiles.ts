import type { ColumnHistogram } from '../column/column-histogram'
import type { ColumnMeasure } from '../column/column-measure'
import { histogramFromProfile } from '../column/histogram-from-profile'
import { measureHistograms } from '../column/measure-histograms'
import { emptyMeasure, measureCategoricalSamples } from '../column/measure-samples'
import { distinctShift } from '../statistics/distinct-shift'
import type { ColumnComparison, ShownBin } from './column-comparison'
import { othersLabel, pairCategories } from './pair-categories'
import type { ComparableColumn, ProfileSide } from './profile-side'
import { shareEdges } from './share-edges'

/**
 * Lays two measurements of one table side by side, column by column. Numbers are compared by their bins, texts and flags by their frequent values.
 * Sensitive columns, keys and moments are compared by counts alone: values of the first may not be looked at, those of the others move by nature.
 * Left out are columns of the service itself, those that one side lacks (the schema tells of them), and those whose nulls were not counted.
 */
export function compareProfiles(baseline: ProfileSide, current: ProfileSide): ColumnComparison[] {
  return current.columns.flatMap((column) => {
    const before = baseline.columns.find((candidate) => candidate.column === column.column)
    if (before === undefined || column.column.startsWith('_fivetran_')) return []
    if (before.nulls === null || column.nulls === null) return []
    const isKey = current.keyColumns.includes(column.column)
    const compared = compareColumn(before, baseline.rows, column, current.rows, isKey)
    return [{ column: column.column, isSensitive: before.isSensitive || column.isSensitive, ...compared }]
  })
}

type Compared = Pick<ColumnComparison, 'by' | 'measure' | 'bins'>

function compareColumn(
  before: ComparableColumn,
  rowsBefore: number,
  now: ComparableColumn,
  rowsNow: number,
  isKey: boolean,
): Compared {
  const counts: Compared = { by: 'counts', measure: measureCounts(before, rowsBefore, now, rowsNow, isKey), bins: [] }
  if (before.isSensitive || now.isSensitive || isKey || before.kind !== now.kind) return counts
  if (now.kind === 'number') {
    const [one, other] = [histogramFromProfile(before, rowsBefore), histogramFromProfile(now, rowsNow)]
    const pair = one === null || other === null ? null : shareEdges(one, other)
    return pair === null ? counts : { by: 'bins', measure: measureHistograms(...pair), bins: shownBins(...pair) }
  }
  if (now.kind !== 'text' && now.kind !== 'flag') return counts
  const pair = pairCategories(before, now)
  if (pair === null) return counts
  const values = measureCategoricalSamples({ counts: pair.baseline, nulls: 0 }, { counts: pair.current, nulls: 0 })
  const whole = counts.measure
  const measure: ColumnMeasure = {
    ...values,
    rows: whole.rows,
    nulls: whole.nulls,
    missing: whole.missing,
    typical: { baseline: named(values.typical.baseline), current: named(values.typical.current) },
    // What was put together as others is no category of its own.
    cardinality: pair.isComplete ? values.cardinality : whole.cardinality,
  }
  return { by: 'categories', measure, bins: shownCategories(pair.baseline, pair.current) }
}

function measureCounts(
  before: ComparableColumn,
  rowsBefore: number,
  now: ComparableColumn,
  rowsNow: number,
  isKey: boolean,
): ColumnMeasure {
  const [lost, lostNow] = [before.nulls ?? 0, now.nulls ?? 0]
  const [n, m] = [Math.max(0, rowsBefore - lost), Math.max(0, rowsNow - lostNow)]
  const measure = emptyMeasure('categorical', [n, lost], [m, lostNow])
  if (isKey || now.kind === 'moment') return measure
  return {
    ...measure,
    cardinality: distinctShift(totalOf(before), totalOf(now), { baseline: n, current: m }),
  }
}

function named(category: string | null): string | null {
  return category === othersLabel ? 'others' : category
}

function totalOf({ distinct }: ComparableColumn) {
  if (distinct === null || distinct.relativeError === null) return undefined
  return { count: distinct.count, relativeError: distinct.relativeError / 1.96 }
}

function shownBins(baseline: ColumnHistogram, current: ColumnHistogram): ShownBin[] {
  const cellsOf = ({ below, counts, above }: ColumnHistogram) => [below, ...counts, above]
  const [one, other] = [cellsOf(baseline), cellsOf(current)]
  const [n, m] = [sumOf(one), sumOf(other)]
  return one.map((count, cell) => ({
    label: null,
    low: baseline.edges[cell - 1] ?? null,
    high: baseline.edges[cell] ?? null,
    baseline: n === 0 ? 0 : count / n,
    current: m === 0 ? 0 : (other[cell] ?? 0) / m,
  }))
}

function shownCategories(baseline: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): ShownBin[] {
  const [n, m] = [sumOf(baseline.values()), sumOf(current.values())]
  return [...new Set([...baseline.keys(), ...current.keys()])]
    .map((label) => ({
      label: label === othersLabel ? null : label,
      low: null,
      high: null,
      baseline: n === 0 ? 0 : (baseline.get(label) ?? 0) / n,
      current: m === 0 ? 0 : (current.get(label) ?? 0) / m,
    }))
    .sort(
      (a, b) =>
        Math.max(b.baseline, b.current) - Math.max(a.baseline, a.current) ||
        ((a.label ?? '') < (b.label ?? '') ? -1 : 1),
    )
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}
