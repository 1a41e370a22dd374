import type { MeteredTask } from './task'

/** One row that is locked before a call: what is spent and reserved in a day or month, of a task or of all. */
export interface BudgetKey {
  /** `total` or a task's name. */
  scope: string
  /** `2026-11-25` or `2026-11`, UTC. */
  period: string
}

export const TOTAL = 'total'

/** Day and month of an instant, UTC. */
export function periodsOf(now: Date): { day: string; month: string } {
  const day = now.toISOString().slice(0, 10)
  return { day, month: day.slice(0, 7) }
}

/** The four rows a call of the task counts in, in the order in which every worker locks them. */
export function budgetKeysOf(task: MeteredTask, now: Date): BudgetKey[] {
  const { day, month } = periodsOf(now)
  return [TOTAL, task].flatMap((scope) => [day, month].map((period) => ({ scope, period }))).sort(byKey)
}

function byKey(a: BudgetKey, b: BudgetKey): number {
  return a.scope === b.scope ? (a.period < b.period ? -1 : 1) : a.scope < b.scope ? -1 : 1
}

export interface Caps {
  day: number | null
  month: number | null
}

export interface BudgetRow extends BudgetKey {
  spentMicros: number
  reservedMicros: number
}

/**
 * Whether a call that costs so much at worst fits every cap, given what is spent and reserved in each of its rows. A cap may be reached
 * and never passed. Returns a sentence for people about the first cap that would be passed, or null.
 */
export function findCapPassed(
  rows: readonly BudgetRow[],
  caps: { total: Caps; task: Caps },
  worstMicros: number,
): string | null {
  for (const row of rows) {
    const isDay = row.period.length > 7
    const { day, month } = row.scope === TOTAL ? caps.total : caps.task
    const cap = isDay ? day : month
    if (cap === null || row.spentMicros + row.reservedMicros + worstMicros <= cap) continue
    const whose = row.scope === TOTAL ? 'of all tasks' : 'of this task'
    const span = isDay ? 'day' : 'month'
    const used = `${dollars(row.spentMicros)} spent and ${dollars(row.reservedMicros)} reserved of ${dollars(cap)}`
    return `The cap ${whose} for the ${span} leaves no room: ${used}, and this call may cost ${dollars(worstMicros)}.`
  }
  return null
}

/** Micro-dollars as people read them: four places, so that a small call is not shown as nothing. */
export function dollars(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(micros % 10_000 === 0 ? 2 : 4)}`
}
