import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainNoOpinion } from './explain-failure'
import { judgeRenameLimits } from './limits'
import { type JudgeRenameOutput, judgeRenameOutput } from './output'
import { type JudgeRenameInput, judgeRenameInput, judgeRenameVersion, promptJudgeRename } from './prompt'

export const judgeRenameTask: ModelTask<JudgeRenameInput, JudgeRenameOutput> = {
  name: 'judge-rename',
  version: judgeRenameVersion,
  limits: judgeRenameLimits,
  output: judgeRenameOutput,
  input: judgeRenameInput,
  prompt: promptJudgeRename,
}

/** A second opinion on a suspected rename. It confirms nothing: that stays with a person. */
export async function judgeRename(
  input: JudgeRenameInput,
  ask: AskOf<ModelAsk<JudgeRenameOutput>>,
): Promise<TaskAnswer<JudgeRenameOutput>> {
  const answer = await askModel(judgeRenameTask, input, {
    ...ask,
    check: ({ reason }) => (reason.trim() === '' ? ['The reason is empty.'] : []),
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainNoOpinion(answer.why) }
  return { ...answer, output: { ...answer.output, reason: shownText(answer.output.reason, 600) } }
}
