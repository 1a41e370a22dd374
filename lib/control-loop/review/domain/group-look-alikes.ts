import type { Risk } from '@/lib/control-loop/policy/domain/verdict'

export interface Candidate {
  proposalId: string
  number: number
  revision: number
  planHash: string
  path: string
  connectionId: string
  connectionName: string
  service: string
  /** Kinds of its actions, once each and sorted. */
  kinds: readonly string[]
  risk: Risk
  /** What policy said, as one text: decision, rule, people, roles. */
  policyOutcome: string
  wayBack: string
  /** Why this person cannot decide it; null when they can. */
  refusal: string | null
  /** Numbers of other open proposals about the same object. */
  rivals: readonly number[]
}
export interface LookAlikes {
  key: string
  kinds: readonly string[]
  service: string
  risk: Risk
  wayBack: string
  members: Candidate[]
  /** Alike at first sight, and left to be decided one by one. */
  exceptions: { candidate: Candidate; why: string }[]
}

/**
 * Groups what may be decided together: the same kinds of action on the same connector type, of low or medium risk, under the same policy outcome and with
 * the same way back. What differs in one of these is pulled out and says in which. Groups with fewer than two members are not offered.
 */
export function groupLookAlikes(candidates: readonly Candidate[]): LookAlikes[] {
  const families = groupBy(candidates, ({ kinds, service }) => `${kinds.join('+')} ${service}`)
  return [...families].flatMap(([key, family]) => {
    const sound = family.filter((candidate) => ownObstacle(candidate) === null)
    const alike = groupBy(sound, sameness)
    const [members = []] = [...alike.values()].sort((one, other) => other.length - one.length)
    const [model] = members
    if (!model || members.length < 2) return []
    const exceptions = family
      .filter((candidate) => !members.includes(candidate))
      .map((candidate) => ({ candidate, why: ownObstacle(candidate) ?? differenceOf(candidate, model) }))
    const { kinds, service, risk, wayBack } = model
    return [{ key, kinds, service, risk, wayBack, members, exceptions }]
  })
}

/** Members of a batch that do not belong to its majority, with why. Empty: all of them may be decided together. */
export function findStrangers(members: readonly Candidate[]): { candidate: Candidate; why: string }[] {
  const alike = groupBy(
    members.filter((candidate) => ownObstacle(candidate) === null),
    (candidate) => `${candidate.kinds.join('+')} ${candidate.service} ${sameness(candidate)}`,
  )
  const [majority = []] = [...alike.values()].sort((one, other) => other.length - one.length)
  const [model] = majority
  return members
    .filter((candidate) => !majority.includes(candidate))
    .map((candidate) => ({
      candidate,
      why: ownObstacle(candidate) ?? (model ? differenceOf(candidate, model) : 'It is alone.'),
    }))
}

function groupBy(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => string): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = keyOf(candidate)
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  return groups
}

function sameness({ risk, policyOutcome, wayBack }: Candidate): string {
  return [risk, policyOutcome, wayBack].join(' · ')
}

function ownObstacle(candidate: Candidate): string | null {
  if (candidate.risk === 'high') return 'High risk is decided one by one.'
  if (candidate.refusal !== null) return candidate.refusal
  const [rival] = candidate.rivals
  return rival === undefined ? null : `P-${rival} is about the same object.`
}

function differenceOf(candidate: Candidate, model: Candidate): string {
  if (candidate.kinds.join() !== model.kinds.join()) return 'It does something else.'
  if (candidate.service !== model.service) return 'It is of another connector.'
  if (candidate.risk !== model.risk) return `Its risk is ${candidate.risk}, theirs ${model.risk}.`
  if (candidate.wayBack !== model.wayBack) return 'Its way back is another.'
  return 'Policy says something else of it.'
}

/** Above this, three drawn ones are opened first. */
export const SAMPLE_ABOVE = 20
export const SAMPLE_SIZE = 3
/** Above either, a second person confirms, whatever the risk. */
export const SECOND_ABOVE_MEMBERS = 50
export const SECOND_ABOVE_CONNECTIONS = 5

/** What a batch of this size asks for before it counts. Rejecting changes nothing outside and asks for neither. */
export function frictionOf(batch: { decision: 'approve' | 'reject'; members: number; connections: number }): {
  sample: boolean
  second: boolean
} {
  const approves = batch.decision === 'approve'
  return {
    sample: approves && batch.members > SAMPLE_ABOVE,
    second: approves && (batch.members > SECOND_ABOVE_MEMBERS || batch.connections > SECOND_ABOVE_CONNECTIONS),
  }
}
