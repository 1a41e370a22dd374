import type { Status } from '@/lib/control-loop/overview/contract'

/** True when something is wrong with the whole: nobody works, the account refuses or does not answer, or calls wait. */
export function hasTrouble({
  workers,
  account,
  callPause,
}: Pick<Status, 'workers' | 'account' | 'callPause'>): boolean {
  if (workers === 0 || account.state === 'refused' || account.state === 'unreachable') return true
  return callPause !== null && (callPause.heldUntil !== null || callPause.breaker !== 'closed')
}
