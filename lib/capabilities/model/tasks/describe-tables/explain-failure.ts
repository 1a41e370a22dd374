import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown in place of descriptions. */
export function explainNoDescriptions(why: NoAnswerReason): string {
  return `Nothing was described because ${explainNoAnswer(why)}.`
}
