import type { BackTestCountView, BackTestResponse } from '@/lib/control-loop/policy/contract'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** The three ways a case can go, under the policy in force and under the draft. */
export function countRows(result: BackTestResponse) {
  const row = (label: string, of: 'automatic' | 'queued' | 'blocked') => ({
    label,
    present: result.present[of],
    draft: result.draft[of],
    moved: result.draft[of] - result.present[of],
  })
  return [row('By itself', 'automatic'), row('By people', 'queued'), row('Blocked', 'blocked')]
}

/** What people or events said later of what would have gone by itself; null when nothing would have. */
export function regretSentence(count: BackTestCountView): string | null {
  if (count.automatic === 0) return null
  const { edited, rejected, failed } = count.automaticThen
  const taken = count.automaticThen['taken-back']
  const parts = [
    rejected > 0 && `${rejected} rejected`,
    edited > 0 && `${edited} edited`,
    taken > 0 && `${taken} taken back`,
    failed > 0 && `${failed} failed`,
  ].filter((part) => part !== false)
  const of = `Of ${plural(count.automatic, 'case')} that would have gone by themselves`
  if (parts.length === 0) return `${of}, people wanted none otherwise.`
  return `${of}: ${new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)} in truth.`
}

/** How the draft compares with the policy in force, over every kind of case they can tell apart. */
export function strictnessSentence({ compared }: BackTestResponse): string {
  const { cases, stricter, looser, newlyAllowed } = compared
  if (stricter === 0 && looser === 0) return `Neither stricter nor looser for any of ${plural(cases, 'kind')} of case.`
  const allowed = newlyAllowed > 0 ? `; ${newlyAllowed} of them may go by themselves` : ''
  return `Stricter for ${stricter}, looser for ${looser} of ${cases} kinds of case${allowed}.`
}

/** What became of a case, as a word; null: nothing yet. */
export const endingWords = {
  agreed: 'people agreed',
  edited: 'people edited it',
  rejected: 'people rejected it',
  failed: 'it failed',
  'taken-back': 'it was taken back',
} as const
