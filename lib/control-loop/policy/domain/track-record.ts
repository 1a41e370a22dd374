import { leavesHeadgate } from './effect'
import { lowerBound } from './lower-bound'
import type { Policy } from './policy'

/** How something a rule drafted ended: what people made of it, or what went wrong with it. */
export interface Ending {
  number: number
  service: string
  effects: readonly string[]
  at: Date
  /** agreed: approved as drafted, applied, verified. edited, rejected: people wanted it otherwise. failed, taken-back: an error. */
  ending: 'agreed' | 'edited' | 'rejected' | 'failed' | 'taken-back'
}

export interface Tally {
  effect: string
  service: string
  /** Decided since the last error. */
  cases: number
  agreed: number
  /** One-sided 95 % lower bound of agreement, 0 to 1. */
  bound: number
  /** The proposal whose error took the record away; null: none did. */
  lostBy: number | null
}

/** The key of a tally: what was done, to which kind of source. */
export function tallyKey(effect: string, service: string): string {
  return `${effect} ${service}`
}

/** Adds one ending to the record, in place: an error takes away everything that was there. Call in the order of time. */
export function addEnding(record: Map<string, Tally>, ended: Ending): void {
  const isError = ended.ending === 'failed' || ended.ending === 'taken-back'
  for (const effect of new Set(ended.effects)) {
    if (!leavesHeadgate(effect)) continue
    const key = tallyKey(effect, ended.service)
    const before = record.get(key) ?? { effect, service: ended.service, cases: 0, agreed: 0, bound: 0, lostBy: null }
    const cases = isError ? 0 : before.cases + 1
    const agreed = isError ? 0 : before.agreed + (ended.ending === 'agreed' ? 1 : 0)
    record.set(key, {
      ...before,
      cases,
      agreed,
      bound: lowerBound(agreed, cases),
      lostBy: isError ? ended.number : before.lostBy,
    })
  }
}

/** The record of all endings, in the order of time whatever order they come in. */
export function keepRecord(endings: readonly Ending[]): Map<string, Tally> {
  const record = new Map<string, Tally>()
  for (const ended of [...endings].sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)) {
    addEnding(record, ended)
  }
  return record
}

/** True when this record is enough for this policy. */
export function isEarned(tally: Tally | undefined, { casesMin, agreementMin }: Policy['automatic']): boolean {
  return tally !== undefined && tally.cases >= casesMin && tally.bound >= agreementMin
}
