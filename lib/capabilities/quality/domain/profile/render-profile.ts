import type { ColumnProfile, TableProfile } from './table-profile'

const WIDTH_MAX = 28
/** What was not measured; never a zero. */
const UNMEASURED = '·'

/** A profile as a table of plain text, one line a column, with what could not be measured below it. */
export function renderProfile(profile: TableProfile): string {
  const head = ['column', 'type', 'nulls', 'distinct', 'min', 'median', 'max', 'mean', 'most frequent', '']
  const lines = [head, ...profile.columns.map((column) => cellsOf(column, profile.rows))]
  const widths = head.map((_, at) => Math.min(WIDTH_MAX, Math.max(...lines.map((line) => (line[at] ?? '').length))))
  const table = lines.map((line) =>
    line
      .map((cell, at) => cut(cell).padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${[...headings(profile), '', ...table, ...profile.faults.map(({ sentence }) => `! ${sentence}`)].join('\n')}\n`
}

function headings({ schema, table, rows, sample, key, newestSyncedAt, deletedRows }: TableProfile): string[] {
  const whole = (count: number) => count.toLocaleString('en-US')
  return [
    `${schema}.${table}: ${whole(rows)} rows`,
    ...(sample === null
      ? []
      : [
          `Quantiles, histograms and frequent values from about ${whole(sample.rows)} rows: ranks within ${percent(sample.rankErrorMax)} (99 %), shares within ${percent(sample.shareErrorMax)} (95 %).`,
        ]),
    ...(key === null
      ? []
      : [
          `Key ${key.columns.join(', ')}: ${whole(key.duplicateRows)} duplicate rows${key.shareOfKeys < 1 ? ` by ${percent(key.shareOfKeys)} of the keys` : ''}.`,
        ]),
    ...(newestSyncedAt === null ? [] : [`Newest row synced at ${newestSyncedAt}.`]),
    ...(deletedRows === null ? [] : [`Deleted at the source: ${whole(deletedRows)} rows.`]),
  ]
}

function cellsOf(column: ColumnProfile, rows: number): string[] {
  const { nulls, distinct, topValues, quantiles, length, masks, remarks, isSensitive } = column
  const median = quantiles?.points.find(([at]) => at === 0.5)?.[1]
  const [top] = topValues?.values ?? []
  const [form] = masks?.masks ?? []
  return [
    column.column,
    column.typeSpelling.toLowerCase(),
    nulls === null ? UNMEASURED : nulls === 0 ? '0' : percent(nulls / Math.max(1, rows)),
    distinct === null
      ? UNMEASURED
      : `${distinct.method === 'exact' ? '' : '~'}${distinct.count.toLocaleString('en-US')}`,
    column.min ?? (length === null ? UNMEASURED : `${length.min} long`),
    median === undefined ? UNMEASURED : column.kind === 'moment' ? momentOf(median) : short(median),
    column.max ?? (length === null ? UNMEASURED : `${length.max} long`),
    column.mean === null ? UNMEASURED : short(column.mean),
    top && topValues
      ? `${top.value} (${percent(top.rows / topValues.outOf)})`
      : form
        ? `form ${form.mask}`
        : UNMEASURED,
    [...remarks, ...(isSensitive ? ['sensitive'] : [])].join(', '),
  ]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 2 : 1)} %`
}

function short(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(6)))
}

function momentOf(seconds: number): string {
  const at = new Date(seconds * 1_000)
  return Number.isNaN(at.getTime()) ? String(seconds) : at.toISOString().slice(0, 19)
}

function cut(text: string): string {
  // A value must not move the cursor of whoever looks at it.
  const flat = text.replace(/\p{Cc}/gu, ' ')
  return flat.length <= WIDTH_MAX ? flat : `${flat.slice(0, WIDTH_MAX - 1)}…`
}
