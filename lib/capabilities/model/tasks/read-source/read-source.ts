import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainSourceUnread } from './explain-failure'
import { readSourceLimits } from './limits'
import { type ReadSourceOutput, readSourceOutput } from './output'
import { promptReadSource, type ReadSourceInput, readSourceInput, readSourceVersion } from './prompt'
import { checkSource, keepRead } from './to-inferred-tables'

export const readSourceTask: ModelTask<ReadSourceInput, ReadSourceOutput> = {
  name: 'read-source',
  version: readSourceVersion,
  limits: readSourceLimits,
  output: readSourceOutput,
  input: readSourceInput,
  prompt: promptReadSource,
}

/**
 * Reads what describes a source into tables that the mapping capability maps by its own rules. Fields that do not stand in the text are sent back, and left
 * out when they come again; an answer may then hold no table.
 */
export async function readSource(
  input: ReadSourceInput,
  ask: AskOf<ModelAsk<ReadSourceOutput>>,
): Promise<TaskAnswer<ReadSourceOutput>> {
  const { text } = input
  let turn = 0
  const answer = await askModel(readSourceTask, input, {
    ...ask,
    check: (output) => {
      turn += 1
      const problems = checkSource(output, text)
      const isLast = turn >= readSourceLimits.turnsMax
      // On the last turn only what would leave nothing to map counts; the rest is left out.
      return isLast && output.tables.some(({ fields }) => fields.length > 0) ? [] : problems
    },
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainSourceUnread(answer.why) }
  return { ...answer, output: keepRead(answer.output, text) }
}
