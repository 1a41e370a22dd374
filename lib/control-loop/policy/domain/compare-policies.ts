import { compareVerdicts } from './compare-verdicts'
import { effects, leavesHeadgate } from './effect'
import { evaluatePolicy } from './evaluate-policy'
import type { Condition, Policy } from './policy'
import { authorKinds, type Facts, risks } from './verdict'

export interface StrictnessComparison {
  /** Kinds of case that were judged under both. */
  cases: number
  stricter: number
  looser: number
  /** Kinds of case that may go by themselves now and could not before. */
  newlyAllowed: number
}

/** More than this many kinds of case are not listed; the sample is every n-th of them. */
const casesMax = 20_000
/** Stands for every value that neither policy names. */
const other = 'something else'

/**
 * Judges every kind of case that either version can tell apart, by both. A condition only asks whether a value is in its list, so the named values
 * and one that nobody names cover all single-effect proposals; beyond 20,000 kinds an even sample is taken.
 */
export function comparePolicies(base: Policy, revision: Policy): StrictnessComparison {
  const axes = listAxes(base, revision)
  const total = axes.reduce((product, axis) => product * axis.length, 1)
  const stride = Math.max(1, Math.ceil(total / casesMax))
  // A stride that shares a factor with an axis would skip the same values each time.
  const step = stride === 1 ? 1 : stride | 1
  const found: StrictnessComparison = { cases: 0, stricter: 0, looser: 0, newlyAllowed: 0 }
  for (let index = 0; index < total; index += step) {
    const facts = factsAt(axes, index)
    const before = evaluatePolicy(facts, base)
    const after = evaluatePolicy(facts, revision)
    const strictness = compareVerdicts(before, after)
    found.cases += 1
    if (strictness === 'stricter') found.stricter += 1
    if (strictness === 'looser') found.looser += 1
    if (strictness === 'looser' && after.decision === 'allow' && facts.effects.some(leavesHeadgate))
      found.newlyAllowed += 1
  }
  return found
}

type Axis = readonly ((facts: Facts) => Facts)[]

function listAxes(base: Policy, revision: Policy): Axis[] {
  const conditions = [...base.rules, ...revision.rules].map(({ when }) => when)
  const named = (pick: (when: Condition) => readonly string[]) => [...new Set(conditions.flatMap(pick)), other]
  const sizes = [1, ...new Set(conditions.flatMap(({ objectsMin }) => (objectsMin === null ? [] : [objectsMin])))]
  return [
    risks.map((risk) => (facts) => ({ ...facts, risk })),
    authorKinds.map((authorKind) => (facts) => ({ ...facts, authorKind })),
    effects.map((effect) => (facts) => ({ ...facts, effects: [effect] })),
    named((when) => when.connectionIds).map((connectionId) => (facts) => ({ ...facts, connectionId })),
    named((when) => when.services).map((service) => (facts) => ({ ...facts, service })),
    named((when) => when.ownerIds).map((ownerId) => (facts) => ({ ...facts, ownerId })),
    named((when) => when.changeKinds).map((kind) => (facts) => ({ ...facts, changeKinds: [kind] })),
    named((when) => when.dataClasses).map((one) => (facts) => ({ ...facts, dataClasses: [one] })),
    sizes.map((objects) => (facts) => ({ ...facts, objects })),
  ]
}

const blank: Facts = {
  authorKind: 'rule',
  connectionId: other,
  service: other,
  ownerId: other,
  effects: [],
  changeKinds: [],
  dataClasses: [],
  objects: 1,
  risk: 'low',
  signalsComplete: true,
  infeasible: 0,
}

function factsAt(axes: readonly Axis[], index: number): Facts {
  let rest = index
  return axes.reduce((facts, axis) => {
    const choose = axis[rest % axis.length]
    rest = Math.floor(rest / axis.length)
    return choose ? choose(facts) : facts
  }, blank)
}
