import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainNoExplanation } from './explain-failure'
import { explainChangesLimits } from './limits'
import { type ExplainChangesOutput, explainChangesOutput } from './output'
import { type ExplainChangesInput, explainChangesInput, explainChangesVersion, promptExplainChanges } from './prompt'

export const explainChangesTask: ModelTask<ExplainChangesInput, ExplainChangesOutput> = {
  name: 'explain-changes',
  version: explainChangesVersion,
  limits: explainChangesLimits,
  output: explainChangesOutput,
  input: explainChangesInput,
  prompt: promptExplainChanges,
}

/** Explains a set of changes in words. Points about changes that were not shown are sent back once, then left out. */
export async function explainChanges(
  input: ExplainChangesInput,
  ask: AskOf<ModelAsk<ExplainChangesOutput>>,
): Promise<TaskAnswer<ExplainChangesOutput>> {
  const refs = new Set(input.changes.map(({ ref }) => ref))
  const answer = await askModel(explainChangesTask, input, {
    ...ask,
    check: ({ points }) =>
      points.filter(({ change }) => !refs.has(change)).map(({ change }) => `There is no change \`${change}\`.`),
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainNoExplanation(answer.why) }
  const { summary, points, unknown } = answer.output
  return {
    ...answer,
    output: {
      summary: shownText(summary, 1_200),
      points: points
        .filter(({ change }) => refs.has(change))
        .map(({ change, effect }) => ({ change, effect: shownText(effect, 400) })),
      unknown: shownText(unknown, 400),
    },
  }
}
