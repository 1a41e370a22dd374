import type { CheckPromise } from './check-promise'

const measureWords = {
  mean: 'the mean',
  deviation: 'the deviation',
  median: 'the median',
  p95: 'the 95th percentile',
  'null-share': 'the share of empty values',
  distinct: 'the number of different values',
} as const

/** A promise as a sentence without its end: “`status` is one of 7 values”. Names stand in backquotes. */
export function describePromise(promise: CheckPromise): string {
  switch (promise.kind) {
    case 'not-null':
      return `\`${promise.column}\` is not empty`
    case 'unique':
      return `${promise.columns.map((column) => `\`${column}\``).join(' with ')} is unique`
    case 'accepted-values':
      return promise.values.length === 1
        ? `\`${promise.column}\` is always the same value`
        : `\`${promise.column}\` is one of ${promise.values.length} values`
    case 'range':
      return `\`${promise.column}\` is ${boundWords(promise.min, promise.max)}`
    case 'pattern':
      return `\`${promise.column}\` has the form it had`
    case 'length':
      return `\`${promise.column}\` is ${boundWords(promise.min, promise.max)} characters long`
    case 'referential':
      return `\`${promise.column}\` exists in \`${promise.parent.table}\``
    case 'freshness':
      return `rows arrive within ${spellMinutes(promise.minutesMax)}`
    case 'row-count':
      return `the table has ${boundWords(promise.min, promise.max)} rows`
    case 'aggregate':
      return `${measureWords[promise.measure]} of \`${promise.column}\` is ${boundWords(promise.min, promise.max)}`
  }
}

/** What is promised, as short as a cell: “0 empty”, “100 %”, “2 to 40”. */
export function describeBound(promise: CheckPromise): string {
  switch (promise.kind) {
    case 'unique':
      return '0 doubles'
    case 'referential':
      return promise.failingShareMax === 0 ? '0 orphans' : `${percent(1 - promise.failingShareMax)} or more`
    case 'freshness':
      return spellMinutes(promise.minutesMax)
    case 'row-count':
    case 'aggregate':
      return boundWords(promise.min, promise.max)
    default:
      return promise.failingShareMax === 0 ? '100 %' : `${percent(1 - promise.failingShareMax)} or more`
  }
}

/** Minutes in the unit a person would say them. */
function spellMinutes(minutes: number): string {
  if (minutes % 1_440 === 0) return `${minutes / 1_440} d`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`
}

function boundWords(min: number | null, max: number | null): string {
  const spell = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 4 })
  if (min === null) return max === null ? 'anything' : `at most ${spell(max)}`
  if (max === null) return `at least ${spell(min)}`
  return min === max ? spell(min) : `${spell(min)} to ${spell(max)}`
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`
}
