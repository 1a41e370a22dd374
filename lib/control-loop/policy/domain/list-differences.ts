import { describeRule, type Names, plainNames } from './describe-rule'
import { describeFreeze } from './freeze-window'
import type { Policy } from './policy'

export interface PolicyDifference {
  sign: 'added' | 'removed' | 'changed' | 'moved'
  sentence: string
  /** The sentence before, where one was changed. */
  before: string | null
}

type Limit = readonly [label: string, value: (policy: Policy) => string]
const hours = (count: number) => `${count} h`
const limits: readonly Limit[] = [
  ...(['low', 'medium', 'high'] as const).flatMap((risk): Limit[] => [
    [`People for ${risk} risk where no rule speaks`, (policy) => String(policy[risk].approvals)],
    [`Time to decide ${risk} risk`, (policy) => hours(policy[risk].dueHours)],
  ]),
  ['An approval stays good for', (policy) => hours(policy.approvalValidHours)],
  ['Wait before something is applied by itself', (policy) => `${policy.automatic.coolingMinutes} min`],
  ['Automatic changes an hour, at most', (policy) => String(policy.automatic.perHourMax)],
  ['Agreement to be earned, at least', (policy) => `${Number((policy.automatic.agreementMin * 100).toFixed(1))} %`],
  ['Cases to be earned, at least', (policy) => String(policy.automatic.casesMin)],
]

/** What is different between two versions, rule by rule and limit by limit, in sentences. Rules are the same when their ids are. */
export function listDifferences(base: Policy, revision: Policy, names: Names = plainNames): PolicyDifference[] {
  const said = (policy: Policy) => new Map(policy.rules.map((rule) => [rule.id, describeRule(rule, names)]))
  const [before, after] = [said(base), said(revision)]
  const rules: PolicyDifference[] = []
  for (const [id, sentence] of after) {
    const earlier = before.get(id)
    if (earlier === undefined) rules.push({ sign: 'added', sentence, before: null })
    else if (earlier !== sentence) rules.push({ sign: 'changed', sentence, before: earlier })
  }
  for (const [id, sentence] of before) if (!after.has(id)) rules.push({ sign: 'removed', sentence, before: null })
  return [...rules, ...listMoves(base, revision, after), ...listFreezes(base, revision), ...listLimits(base, revision)]
}

/** Rules whose order among those that stayed is another one: only the order of the first that moved is told. */
function listMoves(base: Policy, revision: Policy, said: ReadonlyMap<string, string>): PolicyDifference[] {
  const stayed = (policy: Policy, other: Policy) =>
    policy.rules.map(({ id }) => id).filter((id) => other.rules.some((rule) => rule.id === id))
  const [before, after] = [stayed(base, revision), stayed(revision, base)]
  const first = after.findIndex((id, index) => before[index] !== id)
  const id = after[first]
  if (id === undefined) return []
  return [{ sign: 'moved', sentence: `Now asked as number ${first + 1}: ${said.get(id) ?? id}`, before: null }]
}

function listFreezes(base: Policy, revision: Policy): PolicyDifference[] {
  const said = (policy: Policy) => policy.freezes.map((window) => `${window.name}: ${describeFreeze(window)}.`)
  const [before, after] = [said(base), said(revision)]
  return [
    ...after
      .filter((one) => !before.includes(one))
      .map((sentence) => ({ sign: 'added' as const, sentence, before: null })),
    ...before
      .filter((one) => !after.includes(one))
      .map((sentence) => ({ sign: 'removed' as const, sentence, before: null })),
  ]
}

function listLimits(base: Policy, revision: Policy): PolicyDifference[] {
  return limits
    .filter(([, value]) => value(base) !== value(revision))
    .map(([label, value]) => ({
      sign: 'changed' as const,
      sentence: `${label}: ${value(revision)}`,
      before: `${label}: ${value(base)}`,
    }))
}
