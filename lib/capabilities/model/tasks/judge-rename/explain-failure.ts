import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown in place of an opinion on a rename. */
export function explainNoOpinion(why: NoAnswerReason): string {
  return `There is no second opinion because ${explainNoAnswer(why)}. What was measured stands.`
}
