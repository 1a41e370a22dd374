import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainRulesAlone } from './explain-failure'
import { draftMappingLimits } from './limits'
import { type DraftMappingOutput, draftMappingOutput } from './output'
import { type DraftMappingInput, draftMappingInput, draftMappingVersion, promptDraftMapping } from './prompt'
import { type ReadDraft, readDraft } from './read-draft'

export const draftMappingTask: ModelTask<DraftMappingInput, DraftMappingOutput> = {
  name: 'draft-mapping',
  version: draftMappingVersion,
  limits: draftMappingLimits,
  output: draftMappingOutput,
  input: draftMappingInput,
  prompt: promptDraftMapping,
}

/**
 * Drafts how a table should be mapped. `columns` are all its names, also those too many to show. `check` is the proposal's own checker: its objections
 * go back to the model while turns are left; what it still holds against the last draft is dropped and listed by the proposal, not hidden here.
 */
export async function draftMapping(
  input: DraftMappingInput,
  ask: AskOf<ModelAsk<DraftMappingOutput>>,
  columns: readonly string[],
  check: (actions: readonly unknown[]) => string[],
): Promise<TaskAnswer<ReadDraft>> {
  let turn = 0
  const answer = await askModel(draftMappingTask, input, {
    ...ask,
    check: (output) => {
      turn += 1
      if (output.rationale.trim() === '') return ['The rationale is empty.']
      return turn < draftMappingLimits.turnsMax ? check(readDraft(output, input, columns).actions) : []
    },
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainRulesAlone(answer.why) }
  return { ...answer, output: readDraft(answer.output, input, columns) }
}
