import { distinctFromSample } from '@/lib/capabilities/quality/domain/profile/estimate-distinct'
import { TOP_VALUES_MAX } from '@/lib/capabilities/quality/domain/profile/profile-request'
import type { MeasuredColumn } from './measured-column'
import { type Measurement, measureInParts, readNumber, requireDraft } from './measurement'
import { COMPARED_BYTES_MAX, hasTopValues, scoutSql, topValuesSql } from './statements'

/** Values that repeat less than this in the scout's rows have no frequent value worth a hash table. */
const DISTINCT_SHARE_MAX = 0.9
/** Columns that showed at most so many values are counted value by value over all rows when all is to be exact. */
const FEW_VALUES_MAX = 1_000

/** First look: which columns repeat, and which hold values too long to be told apart. Exact when the table is measured whole. */
export async function scoutColumns(measurement: Measurement): Promise<void> {
  measurement.advance('scout')
  const columns = [...measurement.drafts.values()].map(({ column }) => column)
  await measureInParts(measurement, columns, 100, async (part) => {
    const [row] = await measurement.run(scoutSql(measurement.dialect, part, measurement.sources.scout))
    for (const column of part) {
      const draft = requireDraft(measurement, column.position)
      const present = readNumber(row?.[`c${column.position}_present`]) ?? 0
      const distinct = readNumber(row?.[`c${column.position}_distinct`])
      const bytes = readNumber(row?.[`c${column.position}_bytes`]) ?? 0
      if (bytes > COMPARED_BYTES_MAX) {
        draft.column = { ...column, isLong: true }
        measurement.faults.push({
          column: column.name,
          reason: 'values-too-long',
          sentence: `${column.name} holds values beyond ${COMPARED_BYTES_MAX} bytes; they are measured by length and form, not by value.`,
        })
      } else if (distinct !== null) {
        draft.scout = { present, distinct }
        if (measurement.isWhole) draft.distinct = { count: distinct, method: 'exact', relativeError: 0 }
      }
    }
  })
}

/** Frequent values of the columns that repeat; of those with few values, the count of distinct values too. */
export async function measureTopValues(measurement: Measurement): Promise<void> {
  measurement.advance('top-values')
  const candidates = [...measurement.drafts.values()].filter(
    ({ column, scout }) =>
      hasTopValues(column) && scout !== null && scout.distinct <= scout.present * DISTINCT_SHARE_MAX,
  )
  const isFew = (distinct: number) => distinct <= FEW_VALUES_MAX
  const overAll = candidates.filter(
    ({ scout }) => measurement.isWhole || (measurement.isExact && isFew(scout?.distinct ?? 0)),
  )
  const overSample = candidates.filter((draft) => !overAll.includes(draft))
  await Promise.all([
    countValues(
      measurement,
      overAll.map(({ column }) => column),
      true,
    ),
    countValues(
      measurement,
      overSample.map(({ column }) => column),
      false,
    ),
  ])
}

async function countValues(
  measurement: Measurement,
  columns: readonly MeasuredColumn[],
  isAll: boolean,
): Promise<void> {
  const { dialect, sources, bits } = measurement
  const source = isAll ? sources.all : sources.sample
  await measureInParts(measurement, columns, isAll ? 20 : 50, async (part) => {
    const rows = await measurement.run(topValuesSql(dialect, part, source, { bits, limitMax: TOP_VALUES_MAX }))
    for (const row of rows) {
      const draft = requireDraft(measurement, Number(row.position))
      const { isSensitive } = draft.column
      draft.topValues ??= { values: [], outOf: Number(row.out_of), isSampled: !isAll }
      if (!isSensitive) draft.topValues.values.push({ value: String(row.value), rows: Number(row.rows) })
      draft.hotValues += 1
      if (row.ending !== null && row.ending !== undefined) draft.hotEndings.push(Number(row.ending))
      const seen = Number(row.seen)
      draft.distinct ??= isAll
        ? { count: seen, method: 'exact', relativeError: 0 }
        : distinctFromSample({ seen, once: Number(row.once), twice: Number(row.twice) })
    }
    for (const { position, isSensitive } of part) {
      const draft = requireDraft(measurement, position)
      if (isSensitive) draft.topValues = null
      else draft.topValues?.values.sort((one, other) => other.rows - one.rows)
    }
  })
}

/** Exact distinct counts of what was not counted value by value: a sort of all values of a column each. */
export async function measureExactDistinct(measurement: Measurement): Promise<void> {
  const open = [...measurement.drafts.values()].filter(({ scout, distinct }) => scout !== null && distinct === null)
  if (open.length > 0) measurement.advance('distinct')
  await measureInParts(
    measurement,
    open.map(({ column }) => column),
    8,
    async (part) => {
      const [row] = await measurement.run(scoutSql(measurement.dialect, part, measurement.sources.all))
      for (const { position } of part) {
        const count = readNumber(row?.[`c${position}_distinct`])
        if (count !== null) requireDraft(measurement, position).distinct = { count, method: 'exact', relativeError: 0 }
      }
    },
  )
}
