import type { Action } from '@/lib/control-loop/proposal/domain/action'

export interface AppliedProposal {
  number: number
  connectionId: string
  at: Date
  actions: readonly Action[]
}

/** A later change of the same setting counts as taking it back within this many days; after that, minds are changed for other reasons. */
const daysMax = 30

/** The setting an action sets, and to what; null for what sets nothing. */
function settingOf(action: Action): { key: string; value: string } | null {
  switch (action.kind) {
    case 'pause-connection':
    case 'resume-connection':
      return { key: 'paused', value: action.kind }
    case 'accept-changes':
    case 'confirm-rename':
    case 'add-check':
    case 'retire-check':
    case 'move-baseline':
    case 'resync-table':
    case 'create-connection':
      return null
    default: {
      const entries = Object.entries(action)
      const path = entries.filter(([name]) => ['kind', 'schema', 'table', 'column'].includes(name))
      const values = entries.filter(([name]) => !['kind', 'schema', 'table', 'column'].includes(name))
      return { key: JSON.stringify(path), value: JSON.stringify(values) }
    }
  }
}

/**
 * Finds what was taken back: an applied proposal of which another one later set the same setting to something else, within 30 days. It tells a revert by
 * what it did, however it was started. Gives the moment by number.
 */
export function findTakenBack(applied: readonly AppliedProposal[]): Map<number, Date> {
  const last = new Map<string, { value: string; number: number; at: Date }>()
  const taken = new Map<number, Date>()
  for (const proposal of [...applied].sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)) {
    for (const action of proposal.actions) {
      const setting = settingOf(action)
      if (!setting) continue
      const key = `${proposal.connectionId} ${setting.key}`
      const earlier = last.get(key)
      const isBack = earlier && earlier.value !== setting.value && earlier.number !== proposal.number
      if (isBack && proposal.at.getTime() - earlier.at.getTime() <= daysMax * 86_400_000)
        taken.set(earlier.number, proposal.at)
      last.set(key, { value: setting.value, number: proposal.number, at: proposal.at })
    }
  }
  return taken
}
