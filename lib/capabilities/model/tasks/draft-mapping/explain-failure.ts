import { explainNoAnswer } from '@/lib/capabilities/model/domain/explain-no-answer'
import type { NoAnswerReason } from '@/lib/capabilities/model/domain/model-answer'

/** Why a proposal came from the rules alone: goes on after "nothing:" among the drafters. */
export function explainRulesAlone(why: NoAnswerReason): string {
  return `the rules drafted alone because ${explainNoAnswer(why)}`
}
