import { effectWord, leavesHeadgate } from './effect'
import { describeFreeze, findFreeze } from './freeze-window'
import type { Policy } from './policy'
import { isEarned, type Tally, tallyKey } from './track-record'
import type { Facts } from './verdict'

export interface AutomaticInput {
  facts: Pick<Facts, 'effects' | 'service'>
  record: ReadonlyMap<string, Tally>
  draftedAt: Date
  now: Date
  /** Automatic changes of the last hour that left Headgate. */
  startedLastHour: number
  /** Who stopped everything automatic; null: nobody did. */
  stoppedBy: string | null
}

export type AutomaticDecision =
  | { outcome: 'starts' }
  | { outcome: 'held'; by: 'stopped' | 'not-earned' | 'frozen' | 'cooling' | 'hourly-limit'; sentence: string }

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function held(by: Extract<AutomaticDecision, { outcome: 'held' }>['by'], sentence: string): AutomaticDecision {
  return { outcome: 'held', by, sentence }
}

/**
 * Whether something that policy allows is started by the system now. What stays inside Headgate moves no data and only obeys the stop; the rest must be
 * earned for each of its effects, wait its cooling time, lie outside every freeze, and fit into this hour's number.
 */
export function decideAutomatic(input: AutomaticInput, policy: Policy): AutomaticDecision {
  const { facts, record, now } = input
  const { automatic } = policy
  if (input.stoppedBy !== null)
    return held('stopped', `${input.stoppedBy} stopped everything automatic: a person decides.`)
  const outside = facts.effects.filter(leavesHeadgate)
  if (outside.length === 0) return { outcome: 'starts' }
  for (const effect of outside) {
    const tally = record.get(tallyKey(effect, facts.service))
    if (!isEarned(tally, automatic)) return held('not-earned', notEarned(effect, facts.service, tally, policy))
  }
  const dueAt = input.draftedAt.getTime() + automatic.coolingMinutes * 60_000
  if (automatic.coolingMinutes > 0 && dueAt > now.getTime()) {
    const minutes = Math.ceil((dueAt - now.getTime()) / 60_000)
    return held('cooling', `Applied by itself in ${minutes} min, unless somebody decides first.`)
  }
  const freeze = findFreeze(policy.freezes, now, 'policy')
  if (freeze) return held('frozen', `Waits for the end of “${freeze.name}”: ${lower(describeFreeze(freeze))}.`)
  if (input.startedLastHour >= automatic.perHourMax) {
    return held(
      'hourly-limit',
      `${input.startedLastHour} of ${automatic.perHourMax} automatic changes of this hour are used.`,
    )
  }
  return { outcome: 'starts' }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function notEarned(effect: string, service: string, tally: Tally | undefined, { automatic }: Policy): string {
  const what = `${effectWord(effect)} from \`${service}\``
  const wish = `${automatic.casesMin} cases and ${percent(automatic.agreementMin)}`
  if (!tally || tally.cases === 0) {
    const lost = tally?.lostBy ? `, since P-${tally.lostBy} went wrong` : ''
    return `Not earned: no record of ${what}${lost}. It takes ${wish}.`
  }
  return `Not earned: ${tally.agreed} of ${tally.cases} of ${what} were right, at least ${percent(tally.bound)}. It takes ${wish}.`
}
