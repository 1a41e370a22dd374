import type { Status } from '@/lib/control-loop/overview/contract'

/** True when something is wrong with the whole: nobody works, or the account refuses or does not answer. */
export function hasTrouble({ workers, account }: Pick<Status, 'workers' | 'account'>): boolean {
  return workers === 0 || account.state === 'refused' || account.state === 'unreachable'
}
