import type { TaskLimits } from '@/lib/capabilities/model/domain/task'

export const draftMappingLimits: TaskLimits = {
  inputTokensMax: 24_000,
  outputTokensMax: 4_000,
  secondsMax: 90,
  turnsMax: 3,
  concurrencyMax: 4,
}

/** Columns of a table that are shown, those that changed first. */
export const shownColumnsMax = 150
/** Changes that are shown; a proposal answers one or two, seldom more. */
export const shownChangesMax = 60
/** Suggestions that are kept; nobody reads more. */
export const suggestionsMax = 40
