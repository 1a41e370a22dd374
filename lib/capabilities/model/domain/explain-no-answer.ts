import type { NoAnswerReason } from './model-answer'

/** Why a model gave nothing, as the part of a sentence that goes on after "because". */
export function explainNoAnswer(why: NoAnswerReason): string {
  switch (why) {
    case 'not-configured':
      return 'no model is set up for this'
    case 'stopped':
      return 'models are switched off for now'
    case 'budget':
      return 'the budget for models is spent'
    case 'no-price':
      return 'nobody has entered what the model costs'
    case 'away':
      return 'the model was away'
    case 'declined':
      return 'the model declined'
    case 'invalid':
      return 'the model gave no usable answer'
    case 'too-large':
      return 'there is more to read than one question may hold'
    case 'busy':
      return 'too many questions were under way'
  }
}
