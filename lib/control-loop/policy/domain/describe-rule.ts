import { effectWord } from './effect'
import { obligationWords } from './obligation'
import type { Condition, Rule } from './policy'

/** How ids of connections and people, and classes of data, read in a sentence; an id that nobody knows reads as itself. */
export interface Names {
  connection(id: string): string
  person(id: string): string
  dataClass(id: string): string
}

/** Names where nobody is there to ask. */
export const plainNames: Names = {
  connection: (id) => `\`${id}\``,
  person: (id) => id,
  dataClass: (id) => (id === 'none' ? 'nothing personal' : id.replaceAll('-', ' ')),
}

const either = new Intl.ListFormat('en', { type: 'disjunction' })
const authorWords = { rule: 'a rule', model: 'a model', person: 'a person' } as const
const riskWords = { low: 'low', medium: 'medium', high: 'high' } as const

/** The parts of a condition, each a phrase; none when it asks nothing. */
export function conditionParts(when: Condition, names: Names): string[] {
  const parts: string[] = []
  if (when.risks.length > 0) parts.push(`${either.format(when.risks.map((risk) => riskWords[risk]))} risk`)
  if (when.effects.length > 0) parts.push(either.format(when.effects.map(effectWord)))
  if (when.changeKinds.length > 0) {
    parts.push(`after ${either.format(when.changeKinds.map((kind) => kind.replaceAll('-', ' ')))}`)
  }
  if (when.dataClasses.length > 0) parts.push(`with ${either.format(when.dataClasses.map(names.dataClass))}`)
  if (when.connectionIds.length > 0) parts.push(`in ${either.format(when.connectionIds.map(names.connection))}`)
  if (when.services.length > 0) parts.push(`from ${either.format(when.services.map((one) => `\`${one}\``))}`)
  if (when.ownerIds.length > 0) parts.push(`owned by ${either.format(when.ownerIds.map(names.person))}`)
  if (when.authors.length > 0) parts.push(`written by ${either.format(when.authors.map((one) => authorWords[one]))}`)
  if (when.objectsMin !== null) parts.push(`touching ${when.objectsMin} objects or more`)
  return parts
}

/** A condition as the start of a sentence: `Low risk, including a column, from postgres`. */
export function describeCondition(when: Condition, names: Names = plainNames): string {
  const text = conditionParts(when, names).join(', ')
  return text === '' ? 'Everything' : text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a rule does, as the end of its sentence. */
export function describeOutcome(rule: Rule): string {
  const { outcome } = rule
  const decision =
    outcome.decision === 'allow'
      ? 'may be applied by itself'
      : outcome.decision === 'block'
        ? 'is blocked'
        : `needs ${outcome.approvals === 1 ? 'one' : outcome.approvals} ${outcome.role}${outcome.approvals === 1 ? '' : 's'}`
  const beside = rule.obligations.map((obligation) => obligationWords[obligation])
  return beside.length === 0 ? decision : `${decision}; ${beside.join('; ')}`
}

/** A whole rule as a sentence. */
export function describeRule(rule: Rule, names: Names = plainNames): string {
  return `${describeCondition(rule.when, names)} ${describeOutcome(rule)}.`
}
