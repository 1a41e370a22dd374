import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'

/** What a look at the rows gave for a promise: counted rows, one number of the table, or nothing. */
export type CheckMeasure =
  | { kind: 'rows'; rows: number; failing: number }
  | { kind: 'number'; rows: number | null; value: number }
  /** Why it cannot be told. Never read as holding. */
  | { kind: 'nothing'; reason: string }

export interface CheckJudgement {
  outcome: 'passed' | 'failed' | 'not-run'
  rows: number | null
  failing: number | null
  /** What was found, for people; holds no value of a row. */
  found: string
}

/**
 * Whether a promise holds of what was measured. Of rows: as many may fail as the promise's share of all, rounded down; a promise about each row
 * holds of a table without rows. Of a number: within its bounds, ends included. Freshness is given in minutes, a share as 0 to 1.
 */
export function judgeCheck(promise: CheckPromise, measure: CheckMeasure): CheckJudgement {
  if (measure.kind === 'nothing') return { outcome: 'not-run', rows: null, failing: null, found: measure.reason }
  if (measure.kind === 'rows') {
    const { rows, failing } = measure
    const allowed = 'failingShareMax' in promise ? Math.floor(promise.failingShareMax * rows) : 0
    return {
      outcome: failing <= allowed ? 'passed' : 'failed',
      rows,
      failing,
      found: foundRows(promise, rows, failing),
    }
  }
  const { rows, value } = measure
  const [min, max] =
    promise.kind === 'freshness'
      ? [null, promise.minutesMax]
      : 'min' in promise
        ? [promise.min, promise.max]
        : [null, null]
  const holds = (min === null || value >= min) && (max === null || value <= max)
  return { outcome: holds ? 'passed' : 'failed', rows, failing: null, found: foundNumber(promise, value) }
}

const nouns: Partial<Record<CheckPromise['kind'], string>> = {
  'not-null': 'empty',
  unique: 'in doubles',
  referential: 'orphans',
}

function foundRows(promise: CheckPromise, rows: number, failing: number): string {
  if (rows === 0) return 'no rows'
  const noun = nouns[promise.kind]
  if (failing === 0) return noun ? `0 ${noun}` : '100 %'
  const share = (failing / rows) * 100
  const spelled = share < 0.01 ? 'under 0.01' : String(Number(share.toFixed(2)))
  return `${failing.toLocaleString('en-US')} ${noun ?? 'not so'} (${spelled} %)`
}

function foundNumber(promise: CheckPromise, value: number): string {
  if (promise.kind === 'freshness') {
    const minutes = Math.max(0, Math.round(value))
    if (minutes < 60) return `${minutes} min`
    return minutes < 2_880 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${Math.floor(minutes / 1_440)} d`
  }
  if (promise.kind === 'aggregate' && promise.measure === 'null-share') return `${Number((value * 100).toFixed(2))} %`
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 })
}
