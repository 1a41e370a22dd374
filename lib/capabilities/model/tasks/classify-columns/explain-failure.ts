import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown in place of suggested classes. */
export function explainNoClasses(why: NoAnswerReason): string {
  return `No classes were suggested because ${explainNoAnswer(why)}. What the recognisers and people said stands.`
}
