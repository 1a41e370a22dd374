import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown in place of an explanation. */
export function explainNoExplanation(why: NoAnswerReason): string {
  return `There is no explanation because ${explainNoAnswer(why)}. The facts above stand without it.`
}
