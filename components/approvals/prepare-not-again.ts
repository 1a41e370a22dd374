import type { NotAgain } from '@/lib/control-loop/review/contract'
import { isPatternNarrow, suggestPattern } from '@/lib/control-loop/review/domain/exclusion'

export interface NotAgainDraft {
  isOn: boolean
  scope: 'object' | 'pattern'
  pattern: string
  time: 'always' | 'days'
}

const DAYS = 90

/** Off, with a pattern that fits the name to begin with. */
export function startNotAgain(path: string): NotAgainDraft {
  return { isOn: false, scope: 'object', pattern: suggestPattern(path.split('.').at(-1) ?? path), time: 'always' }
}

/** What is sent; null when nothing is to be kept from being proposed. */
export function toNotAgain(draft: NotAgainDraft): NotAgain | null {
  if (!draft.isOn) return null
  const pattern = draft.scope === 'pattern' ? draft.pattern.trim() : null
  return { scope: draft.scope, pattern, days: draft.time === 'days' ? DAYS : null }
}

/** False while a pattern would silence too much. */
export function isNotAgainReady(draft: NotAgainDraft): boolean {
  return !draft.isOn || draft.scope === 'object' || isPatternNarrow(draft.pattern.trim())
}
