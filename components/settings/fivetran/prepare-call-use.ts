import { type CallBudget, callBudgetSchema } from '@/lib/control-loop/connection/contract'
import { fullBudget } from '@/lib/control-loop/connection/domain/call-budget'

export type LimitName = 'requestsPerHourMax' | 'sourcePerHourMax' | 'sourcePerMinuteMax'

export type CallUse = {
  name: LimitName
  /** Over its bar. */
  label: string
  /** How many may leave at once when none left lately. */
  capacity: number
  used: number
  ready: number
}

/** A budget in; for each of its three buckets how much is used of what may leave at once, and how much is ready. */
export function prepareCallUse(budget: CallBudget): CallUse[] {
  const full = fullBudget(
    {
      requestsPerHour: budget.requestsPerHourMax,
      sourcePerHour: budget.sourcePerHourMax,
      sourcePerMinute: budget.sourcePerMinuteMax,
    },
    0,
  )
  return [
    bucketUse('requestsPerHourMax', 'All', full.requestTokens, budget.requestsLeft),
    bucketUse('sourcePerHourMax', 'Source interaction', full.sourceHourTokens, budget.sourceHourLeft),
    bucketUse('sourcePerMinuteMax', 'Source, per minute', full.sourceMinuteTokens, budget.sourceMinuteLeft),
  ]
}

function bucketUse(name: LimitName, label: string, tokens: number, left: number): CallUse {
  // Half a token cannot leave; a bucket just lowered may still tell of more than it holds.
  const capacity = Math.floor(tokens)
  const ready = Math.min(capacity, Math.max(0, left))
  return { name, label, capacity, used: capacity - ready, ready }
}

/** The least and the most a limit may be, as the contract has it. */
export function limitBounds(name: LimitName): { min: number; max: number } {
  const { minValue, maxValue } = callBudgetSchema.shape[name]
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER }
}

/** "25 % of" a ceiling, for the text of a field; null while it is not a number above zero. Below one percent it says so. */
export function shareWords(text: string, ceiling: number): string | null {
  const value = Number(text)
  if (!(Number.isFinite(value) && value > 0 && ceiling > 0)) return null
  const percent = Math.round((value / ceiling) * 100)
  return percent < 1 ? 'less than 1 %' : `${percent} %`
}
