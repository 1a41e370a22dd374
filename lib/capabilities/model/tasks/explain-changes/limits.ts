import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const explainChangesLimits: TaskLimits = {
  inputTokensMax: 16_000,
  outputTokensMax: 2_000,
  secondsMax: 60,
  turnsMax: 2,
  concurrencyMax: 4,
}

/** Changes explained one by one; a person reads no more. The rest is counted. */
export const explainedChangesMax = 60
