import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const adviseSyncModeLimits: TaskLimits = {
  inputTokensMax: 8_000,
  outputTokensMax: 500,
  secondsMax: 40,
  turnsMax: 2,
  concurrencyMax: 4,
}
