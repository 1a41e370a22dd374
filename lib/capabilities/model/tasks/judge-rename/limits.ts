import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const judgeRenameLimits: TaskLimits = {
  inputTokensMax: 4_000,
  outputTokensMax: 400,
  secondsMax: 40,
  turnsMax: 2,
  concurrencyMax: 4,
}
