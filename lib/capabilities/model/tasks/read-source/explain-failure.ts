import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** What is shown where a source could not be read by a model. */
export function explainSourceUnread(why: NoAnswerReason): string {
  return `The source was not read because ${explainNoAnswer(why)}. Definitions and samples are read by rules without one.`
}
