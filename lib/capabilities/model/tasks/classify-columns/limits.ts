import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const classifyColumnsLimits: TaskLimits = {
  inputTokensMax: 16_000,
  outputTokensMax: 8_000,
  secondsMax: 90,
  turnsMax: 3,
  concurrencyMax: 4,
}

/** Columns in one question. */
export const classifiedColumnsMax = 150
/** Classes that count for one column. */
export const classesMax = 3
