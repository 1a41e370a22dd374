import { z } from 'zod'

/** How one call ended, or that it has not. What is sent and paid is the row's cost, whatever the outcome. */
export const callOutcomes = [
  'in-flight',
  'answered',
  /** Not JSON, not of the agreed form, or the checker had objections. */
  'invalid',
  'declined',
  'cut-off',
  'empty',
  'rate-limited',
  'spend-limit',
  'overloaded',
  'credentials-refused',
  'model-gone',
  'unreachable',
  'timed-out',
  'address-refused',
  'failed',
  /** The stop switch was turned while it was under way. */
  'stopped',
  /** Its worker died: charged at the worst case. */
  'abandoned',
  /** Never sent: a cap, no price, too long, or no free place. */
  'budget',
  'no-price',
  'too-large',
  'busy',
] as const
export const callOutcomeSchema = z.enum(callOutcomes)
export type CallOutcome = (typeof callOutcomes)[number]

/** The outcome as people read it. */
export const callOutcomeLabels: Record<CallOutcome, string> = {
  'in-flight': 'under way',
  answered: 'answered',
  invalid: 'answer not usable',
  declined: 'declined by the model',
  'cut-off': 'cut off at the length limit',
  empty: 'empty answer',
  'rate-limited': 'rate limited',
  'spend-limit': 'spend limit at the provider',
  overloaded: 'provider overloaded',
  'credentials-refused': 'key refused',
  'model-gone': 'model not offered any more',
  unreachable: 'provider unreachable',
  'timed-out': 'timed out',
  'address-refused': 'address not allowed',
  failed: 'failed',
  stopped: 'stopped by the switch',
  abandoned: 'worker died under way',
  budget: 'over budget',
  'no-price': 'no price set',
  'too-large': 'question too long',
  busy: 'too many calls at once',
}

/** Outcomes that say something went wrong with a call that was sent. */
export const callErrors: readonly CallOutcome[] = callOutcomes.filter(
  (outcome) => !['in-flight', 'answered', 'stopped', 'budget', 'no-price', 'too-large', 'busy'].includes(outcome),
)
