import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown in place of advice on the sync mode. */
export function explainNoAdvice(why: NoAnswerReason): string {
  return `There is no second advice because ${explainNoAnswer(why)}. What the rules advise stands.`
}
