import { type CheckPromise, type CheckTerms, promiseKey } from '@/lib/control-loop/proposal/domain/check-promise'
import type { ColumnProfile, TableProfile } from '../profile/table-profile'
import { type BackTest, backTest } from './back-test'
import type { DatedProfile } from './measure-by-profile'

export interface CheckSuggestion {
  key: string
  terms: CheckTerms
  /** What was measured that speaks for it, one sentence each. */
  why: string[]
  backTest: BackTest
}

/** Fewer rows say nothing about what a column is for. */
const ROWS_MIN = 50
/** Below this many different values a text is a code, not prose. */
const CODES_MAX = 20
/** At least so many rows to a value on average, or the list of values is only what was met so far. */
const ROWS_PER_CODE_MIN = 20
/** A range is widened by this share of its width: the next extreme lies a little beyond the last. */
const RANGE_SLACK = 0.25
/** More than these are not read. */
const SUGGESTIONS_MAX = 40

const times = (count: number, noun: string) => `${count.toLocaleString('en-US')} ${noun}`

/**
 * Checks that a table's measurements speak for, by rules: a key that never repeats, columns that are never empty, short lists of codes, ends of
 * numbers, lengths of fixed codes, the size of the table, how fresh it is kept. `taken` are keys of promises that exist or wait; none is
 * suggested again. One whose own past would have alarmed in more than one of ten looks is left out: it describes nothing. Newest profile first.
 */
export function suggestChecks(history: readonly DatedProfile[], taken: ReadonlySet<string>): CheckSuggestion[] {
  const [latest] = history
  if (!latest || latest.profile.syncedAfter !== null) return []
  const { profile } = latest
  const drafts = [
    ...keyOf(profile),
    ...(profile.rows >= ROWS_MIN ? profile.columns.flatMap((column) => ofColumn(column, profile, history)) : []),
    ...sizeOf(history),
    ...freshnessOf(history),
  ]
  return drafts
    .map((draft) => ({
      ...draft,
      key: promiseKey(draft.terms.promise),
      backTest: backTest(draft.terms.promise, history),
    }))
    .filter(({ key, backTest: { told, alarms } }) => !taken.has(key) && (told === 0 || alarms / told <= 0.1))
    .slice(0, SUGGESTIONS_MAX)
}

type Draft = Pick<CheckSuggestion, 'terms' | 'why'>

function draft(promise: CheckPromise, why: string[], more: Partial<CheckTerms> = {}): Draft {
  return { terms: { promise, severity: 'fail', blocking: false, runs: 'after-sync', ...more }, why }
}

function keyOf({ key, rows }: TableProfile): Draft[] {
  if (!key || key.duplicateRows > 0 || rows === 0) return []
  return [
    draft({ kind: 'unique', columns: key.columns }, [
      `It is the key at the source, and none of ${times(rows, 'rows')} repeats it.`,
    ]),
  ]
}

function ofColumn(column: ColumnProfile, { rows, key }: TableProfile, history: readonly DatedProfile[]): Draft[] {
  // Written by the service itself; the table's own checks speak of it.
  if (column.column.startsWith('_fivetran')) return []
  const found: Draft[] = []
  const past = history.flatMap(({ profile }) => profile.columns.filter(({ column: name }) => name === column.column))
  const always = (holds: (one: ColumnProfile) => boolean) => past.every(holds)
  if (column.nulls === 0 && always(({ nulls }) => nulls === 0))
    found.push(
      draft({ kind: 'not-null', column: column.column, failingShareMax: 0 }, [
        `None of ${times(rows, 'rows')} is empty${past.length > 1 ? `, nor in any of ${past.length} measurements` : ''}.`,
      ]),
    )
  const { distinct, topValues, nulls } = column
  const present = rows - (nulls ?? rows)
  const isKey = key?.columns.length === 1 && key.columns[0] === column.column
  if (
    !isKey &&
    distinct?.method === 'exact' &&
    distinct.count === present &&
    present >= 1_000 &&
    column.kind === 'text'
  )
    found.push(
      draft(
        { kind: 'unique', columns: [column.column] },
        [`All ${times(present, 'values')} differ, though the source does not call it a key.`],
        { severity: 'warn' },
      ),
    )
  const isCode = column.kind === 'text' && distinct && distinct.count >= 2 && distinct.count <= CODES_MAX
  if (isCode && topValues && topValues.values.length >= distinct.count && present / distinct.count >= ROWS_PER_CODE_MIN)
    found.push(
      draft(
        {
          kind: 'accepted-values',
          column: column.column,
          values: topValues.values.map(({ value }) => value).sort(),
          failingShareMax: 0,
        },
        [`${times(present, 'rows')} hold only ${distinct.count} different values.`],
      ),
    )
  // A number that only names a row grows for ever.
  const isName = /(^|_)id$/i.test(column.column)
  const range = column.kind === 'number' && !isKey && !isCode && !isName ? rangeOf(past) : null
  if (range)
    found.push(
      draft({ kind: 'range', column: column.column, ...range.bounds, failingShareMax: 0 }, range.why, {
        severity: 'warn',
      }),
    )
  const { length } = column
  if (
    column.kind === 'text' &&
    length &&
    length.min === length.max &&
    length.min > 0 &&
    distinct &&
    distinct.count > CODES_MAX &&
    always((one) => one.length?.min === length.min && one.length.max === length.max)
  )
    found.push(
      draft({ kind: 'length', column: column.column, min: length.min, max: length.max, failingShareMax: 0 }, [
        `Every value is exactly ${times(length.min, 'characters')} long.`,
      ]),
    )
  return found
}

/** Ends over all that is kept, a little wider; 0 stays an end where nothing was ever below it. Codes and years are left to people. */
function rangeOf(past: readonly ColumnProfile[]): { bounds: { min: number; max: number }; why: string[] } | null {
  const ends = past.flatMap(({ min, max }) => (min === null || max === null ? [] : [Number(min), Number(max)]))
  if (ends.length === 0 || !ends.every(Number.isFinite)) return null
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
  if (least === greatest) return null
  const slack = (greatest - least) * RANGE_SLACK
  const min = least >= 0 ? Math.max(0, Math.floor(least - slack)) : Math.floor(least - slack)
  return {
    bounds: { min, max: Math.ceil(greatest + slack) },
    why: [
      `Values lay between ${least.toLocaleString('en-US')} and ${greatest.toLocaleString('en-US')}; a quarter of that width is left on each side.`,
    ],
  }
}

/** Half the fewest and twice the most rows ever measured; a table that was empty is held to nothing. */
function sizeOf(history: readonly DatedProfile[]): Draft[] {
  const counts = history.map(({ profile }) => profile.rows)
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)]
  if (fewest < ROWS_MIN) return []
  return [
    draft({ kind: 'row-count', min: Math.floor(fewest / 2), max: most * 2 }, [
      counts.length > 1
        ? `It had ${fewest.toLocaleString('en-US')} to ${times(most, 'rows')} in ${counts.length} measurements.`
        : `It has ${times(most, 'rows')}.`,
    ]),
  ]
}

/** Twice the greatest age ever measured, at least an hour, in whole hours. Needs three measurements to know what is usual. */
function freshnessOf(history: readonly DatedProfile[]): Draft[] {
  const ages = history.flatMap(({ at, profile }) =>
    profile.newestSyncedAt === null ? [] : [(at.getTime() - Date.parse(profile.newestSyncedAt)) / 60_000],
  )
  if (ages.length < 3) return []
  const hours = Math.max(1, Math.ceil((Math.max(...ages) * 2) / 60))
  return [
    draft(
      { kind: 'freshness', minutesMax: Math.min(525_600, hours * 60) },
      [
        `Its newest row was at most ${times(Math.ceil(Math.max(...ages)), 'minutes')} old in ${ages.length} measurements.`,
      ],
      { severity: 'warn', runs: 'hourly' },
    ),
  ]
}
