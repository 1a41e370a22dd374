import { compareVerdicts, type Strictness } from './compare-verdicts'
import { decideAutomatic } from './decide-automatic'
import { leavesHeadgate } from './effect'
import { evaluatePolicy } from './evaluate-policy'
import type { Policy } from './policy'
import { addEnding, type Ending, type Tally } from './track-record'
import type { Facts, Verdict } from './verdict'

/** One real proposal of the past: what was known when it was drafted, and what became of it. */
export interface PastCase {
  id: string
  number: number
  draftedAt: Date
  facts: Facts
  /** null: nothing came of it yet, or it ended for another reason. */
  ending: Ending['ending'] | null
}

export interface CaseOutcome {
  outcome: 'automatic' | 'queued' | 'blocked'
  verdict: Verdict
  /** Why something allowed would have waited for a person; else the verdict's own reason. */
  reason: string
}

/**
 * Replays the past under a policy, in the order of time: each case is judged on the facts of then, with the record as far as it had come, this hour's
 * number as it would have been used, and the freezes as they would have lain.
 */
export function replayPolicy(
  cases: readonly PastCase[],
  endings: readonly Ending[],
  policy: Policy,
): Map<number, CaseOutcome> {
  const record = new Map<string, Tally>()
  const ahead = [...endings].sort((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number)
  const started: number[] = []
  let next = 0
  const outcomes = new Map<number, CaseOutcome>()
  for (const past of [...cases].sort((a, b) => a.draftedAt.getTime() - b.draftedAt.getTime() || a.number - b.number)) {
    const now = new Date(past.draftedAt.getTime() + policy.automatic.coolingMinutes * 60_000)
    for (let ended = ahead[next]; ended && ended.at <= past.draftedAt; ended = ahead[++next]) addEnding(record, ended)
    while ((started[0] ?? Number.POSITIVE_INFINITY) <= now.getTime() - 3_600_000) started.shift()
    const verdict = evaluatePolicy(past.facts, policy)
    const outcome = outcomeOf(past, verdict, { record, now, startedLastHour: started.length }, policy)
    if (outcome.outcome === 'automatic' && past.facts.effects.some(leavesHeadgate)) started.push(now.getTime())
    outcomes.set(past.number, outcome)
  }
  return outcomes
}

function outcomeOf(
  past: PastCase,
  verdict: Verdict,
  then: { record: ReadonlyMap<string, Tally>; now: Date; startedLastHour: number },
  policy: Policy,
): CaseOutcome {
  if (verdict.decision === 'block') return { outcome: 'blocked', verdict, reason: verdict.reason }
  if (verdict.decision === 'require-review') return { outcome: 'queued', verdict, reason: verdict.reason }
  const decided = decideAutomatic({ ...then, facts: past.facts, draftedAt: past.draftedAt, stoppedBy: null }, policy)
  return decided.outcome === 'starts'
    ? { outcome: 'automatic', verdict, reason: verdict.reason }
    : { outcome: 'queued', verdict, reason: decided.sentence }
}

export interface BackTestCount {
  automatic: number
  queued: number
  blocked: number
  /** Of those that would have gone by themselves: how many people or events said otherwise later. */
  automaticThen: Record<'edited' | 'rejected' | 'failed' | 'taken-back', number>
}

export interface BackTestDifference {
  past: PastCase
  present: CaseOutcome
  draft: CaseOutcome
  strictness: Strictness
}

export interface BackTest {
  cases: number
  present: BackTestCount
  draft: BackTestCount
  /** Cases that would have gone another way, latest first. */
  differences: BackTestDifference[]
}

/** Takes the past and two policies; gives what each would have done with it and where they part. */
export function backTest(
  cases: readonly PastCase[],
  endings: readonly Ending[],
  policies: { present: Policy; draft: Policy },
): BackTest {
  const present = replayPolicy(cases, endings, policies.present)
  const draft = replayPolicy(cases, endings, policies.draft)
  const differences = cases.flatMap((past): BackTestDifference[] => {
    const [before, after] = [present.get(past.number), draft.get(past.number)]
    if (!before || !after) return []
    const strictness = strictnessOf(before, after)
    return strictness === 'same' ? [] : [{ past, present: before, draft: after, strictness }]
  })
  return {
    cases: cases.length,
    present: count(cases, present),
    draft: count(cases, draft),
    differences: differences.sort((a, b) => b.past.number - a.past.number),
  }
}

const order = { automatic: 0, queued: 1, blocked: 2 } as const

function strictnessOf(before: CaseOutcome, after: CaseOutcome): Strictness {
  const step = order[after.outcome] - order[before.outcome]
  if (step !== 0) return step > 0 ? 'stricter' : 'looser'
  // Both wait for people: how many, and who. What is allowed and held waits for as many as its risk asks.
  const asked = (outcome: CaseOutcome): Verdict => ({ ...outcome.verdict, decision: 'require-review' })
  return after.outcome === 'queued' ? compareVerdicts(asked(before), asked(after)) : 'same'
}

function count(cases: readonly PastCase[], outcomes: ReadonlyMap<number, CaseOutcome>): BackTestCount {
  const found: BackTestCount = {
    automatic: 0,
    queued: 0,
    blocked: 0,
    automaticThen: { edited: 0, rejected: 0, failed: 0, 'taken-back': 0 },
  }
  for (const past of cases) {
    const outcome = outcomes.get(past.number)?.outcome
    if (!outcome) continue
    found[outcome] += 1
    if (outcome === 'automatic' && past.ending && past.ending !== 'agreed') found.automaticThen[past.ending] += 1
  }
  return found
}
