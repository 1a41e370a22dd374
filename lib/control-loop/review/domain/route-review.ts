import type { Verdict } from '@/lib/control-loop/policy/domain/verdict'

type Role = Verdict['roles'][number]

/** Somebody whose role may decide at all and who is not disabled. */
export interface Reviewer {
  id: string
  name: string
  role: Role
}
export interface RouteFacts {
  ownerId: string | null
  /** Everybody who had a hand in it: none of them may approve it. */
  writers: readonly string[]
  /** Roles that its verdict gives it to. */
  roles: readonly string[]
  delegation: { fromId: string; toId: string } | null
  isEscalated: boolean
}
export interface Surroundings {
  reviewers: readonly Reviewer[]
  /** Who is away now, and who stands in. */
  absences: ReadonlyMap<string, string>
}

export const routeRules = ['delegated', 'owner', 'owner-away', 'stewards', 'admins', 'nobody'] as const
export type RouteRule = (typeof routeRules)[number]
export interface Turn {
  rule: RouteRule
  /** Whose turn it is. Others with the right may decide all the same. */
  people: Reviewer[]
  /** In whose place a person decides, by that person's id. */
  standsInFor: ReadonlyMap<string, string>
  sentence: string
}

/**
 * Whose turn a proposal is: whom it was handed to, else the owner of the connection, else stewards, else admins; each only with people who may decide it.
 * Whoever is away is replaced by the person they named, once: what reached a stand-in goes no further. An overdue one asks the admins too.
 */
export function routeReview(facts: RouteFacts, surroundings: Surroundings): Turn {
  const turn = routeInTime(facts, surroundings)
  if (!facts.isEscalated) return turn
  const admins = surroundings.reviewers.filter((person) => person.role === 'admin' && isFit(facts, person))
  const others = admins.filter(({ id }) => !turn.people.some((person) => person.id === id))
  return {
    ...turn,
    people: [...turn.people, ...others],
    sentence: `${turn.sentence} Its time is over: admins are asked too.`,
  }
}

function routeInTime(facts: RouteFacts, { reviewers, absences }: Surroundings): Turn {
  const findFit = (id: string | null) => reviewers.find((person) => person.id === id && isFit(facts, person)) ?? null
  const nameOf = (id: string) => reviewers.find((person) => person.id === id)?.name ?? 'somebody'
  const { delegation } = facts
  const chosen = delegation && findFit(delegation.toId)
  if (delegation && chosen) {
    return {
      rule: 'delegated',
      people: [chosen],
      standsInFor: new Map([[chosen.id, delegation.fromId]]),
      sentence: `${nameOf(delegation.fromId)} handed it to ${chosen.name} and keeps watching.`,
    }
  }
  const owner = findFit(facts.ownerId)
  if (owner && !absences.has(owner.id)) {
    return { rule: 'owner', people: [owner], standsInFor: new Map(), sentence: `${owner.name} owns the connection.` }
  }
  const standIn = owner && presentStandIn(owner.id, findFit, absences)
  if (owner && standIn) {
    return {
      rule: 'owner-away',
      people: [standIn],
      standsInFor: new Map([[standIn.id, owner.id]]),
      sentence: `${owner.name} owns the connection and is away; ${standIn.name} stands in.`,
    }
  }
  const why = facts.ownerId === null ? 'The connection has no owner' : 'The owner of the connection cannot decide this'
  for (const [role, rule] of [
    ['steward', 'stewards'],
    ['admin', 'admins'],
  ] as const) {
    const group = presentPeople(role, { reviewers, absences }, facts)
    if (group.people.length > 0) return { rule, ...group, sentence: `${why}: it is for ${rule}.` }
  }
  return {
    rule: 'nobody',
    people: [],
    standsInFor: new Map(),
    sentence: `${why}, and nobody else may. Ask an admin to add a steward.`,
  }
}

function isFit(facts: RouteFacts, person: Reviewer): boolean {
  return facts.roles.includes(person.role) && !facts.writers.includes(person.id)
}

/** Who stands in for somebody away; null when that person is away as well. */
function presentStandIn(
  id: string,
  findFit: (id: string | null) => Reviewer | null,
  absences: ReadonlyMap<string, string>,
): Reviewer | null {
  const delegate = findFit(absences.get(id) ?? null)
  return delegate && !absences.has(delegate.id) ? delegate : null
}

function presentPeople(role: Role, { reviewers, absences }: Surroundings, facts: RouteFacts) {
  const findFit = (id: string | null) => reviewers.find((person) => person.id === id && isFit(facts, person)) ?? null
  const people = new Map<string, Reviewer>()
  const standsInFor = new Map<string, string>()
  for (const person of reviewers) {
    if (person.role === role && isFit(facts, person) && !absences.has(person.id)) people.set(person.id, person)
  }
  for (const person of reviewers) {
    if (person.role !== role || !absences.has(person.id)) continue
    const standIn = presentStandIn(person.id, findFit, absences)
    if (!standIn || people.has(standIn.id)) continue
    people.set(standIn.id, standIn)
    standsInFor.set(standIn.id, person.id)
  }
  return { people: [...people.values()], standsInFor }
}
