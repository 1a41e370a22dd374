import type { CallOutcome } from './call-outcome'

/**
 * Whether an ending says that the provider itself is in trouble, so that the circuit breaker counts it; whether it works, so that the count
 * starts again; or neither. What a model says or is asked tells nothing about its server.
 */
export function judgeProvider(outcome: CallOutcome): 'working' | 'in-trouble' | 'unknown' {
  switch (outcome) {
    case 'answered':
    case 'invalid':
    case 'declined':
    case 'cut-off':
    case 'empty':
      return 'working'
    case 'overloaded':
    case 'unreachable':
    case 'timed-out':
    case 'failed':
    case 'credentials-refused':
    case 'spend-limit':
      return 'in-trouble'
    default:
      return 'unknown'
  }
}
