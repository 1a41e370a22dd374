import type { Status } from '@/lib/control-loop/overview/contract'

/** True when the whole is not as usual: somebody stopped what is automatic, nobody works, the account refuses or does not answer, or calls wait. */
export function hasTrouble({
  workers,
  account,
  callPause,
  automationStop,
}: Pick<Status, 'workers' | 'account' | 'callPause' | 'automationStop'>): boolean {
  if (automationStop) return true
  if (workers === 0 || account.state === 'refused' || account.state === 'unreachable') return true
  return callPause !== null && (callPause.heldUntil !== null || callPause.breaker !== 'closed')
}
