import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const describeTablesLimits: TaskLimits = {
  inputTokensMax: 24_000,
  outputTokensMax: 8_000,
  secondsMax: 120,
  turnsMax: 3,
  concurrencyMax: 3,
}

/** Columns in one question, over all its tables. */
export const describedColumnsMax = 150
