import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainNoAdvice } from './explain-failure'
import { adviseSyncModeLimits } from './limits'
import { type AdviseSyncModeOutput, adviseSyncModeOutput } from './output'
import { type AdviseSyncModeInput, adviseSyncModeInput, adviseSyncModeVersion, promptAdviseSyncMode } from './prompt'

export const adviseSyncModeTask: ModelTask<AdviseSyncModeInput, AdviseSyncModeOutput> = {
  name: 'advise-sync-mode',
  version: adviseSyncModeVersion,
  limits: adviseSyncModeLimits,
  output: adviseSyncModeOutput,
  input: adviseSyncModeInput,
  prompt: promptAdviseSyncMode,
}

/** Advice on the sync mode of one table. Refuses a history without a key, which cannot work. */
export async function adviseSyncModeByModel(
  input: AdviseSyncModeInput,
  ask: AskOf<ModelAsk<AdviseSyncModeOutput>>,
): Promise<TaskAnswer<AdviseSyncModeOutput>> {
  const answer = await askModel(adviseSyncModeTask, input, {
    ...ask,
    check: (output) => checkAdvice(output, input),
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainNoAdvice(answer.why) }
  const { syncMode, reason, against } = answer.output
  return { ...answer, output: { syncMode, reason: shownText(reason, 400), against: shownText(against, 400) } }
}

/** What cannot be: a history of rows that nothing tells apart. Pure. */
export function checkAdvice({ syncMode }: AdviseSyncModeOutput, { columns }: AdviseSyncModeInput): string[] {
  const hasKey = columns.some(({ key }) => key)
  return syncMode === 'history' && !hasKey ? ['`history` needs a key and the table has none.'] : []
}
