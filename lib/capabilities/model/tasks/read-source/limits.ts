import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const readSourceLimits: TaskLimits = {
  inputTokensMax: 60_000,
  outputTokensMax: 12_000,
  secondsMax: 180,
  turnsMax: 3,
  concurrencyMax: 2,
}

/** Of one line of a document, in characters; what is longer is cut and says so. */
export const lineLengthMax = 2_000
