import type { Condition, Rule } from './policy'
import type { Facts } from './verdict'

const meets = (asked: readonly string[], one: string | null) =>
  asked.length === 0 || (one !== null && asked.includes(one))

/**
 * True when the rule speaks of these facts. A rule that allows must cover the whole proposal: every effect, change and class is in its lists. A
 * stricter one is set off by any part. So a mixed proposal never passes under the permission of its harmless half.
 */
export function matchRule(rule: Rule, facts: Facts): boolean {
  const { when } = rule
  const mustCover = rule.outcome.decision === 'allow'
  const holds = (asked: readonly string[], there: readonly string[]) =>
    asked.length === 0 ||
    (there.length > 0 &&
      (mustCover ? there.every((one) => asked.includes(one)) : there.some((one) => asked.includes(one))))
  return (
    meets(when.authors, facts.authorKind) &&
    meets(when.connectionIds, facts.connectionId) &&
    meets(when.services, facts.service) &&
    meets(when.ownerIds, facts.ownerId) &&
    meets(when.risks, facts.risk) &&
    holds(when.effects, facts.effects) &&
    holds(when.changeKinds, facts.changeKinds) &&
    holds(when.dataClasses, facts.dataClasses) &&
    impactHolds(when, facts, mustCover)
  )
}

/** "At least n objects" warns of size; in a rule that allows it could only invite it, so there it never speaks. */
function impactHolds(when: Condition, facts: Facts, mustCover: boolean): boolean {
  return when.objectsMin === null || (!mustCover && facts.objects >= when.objectsMin)
}
