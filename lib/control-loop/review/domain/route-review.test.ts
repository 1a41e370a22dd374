import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Reviewer, type RouteFacts, routeReview } from './route-review'

const ada: Reviewer = { id: 'ada', name: 'Ada', role: 'steward' }
const priya: Reviewer = { id: 'priya', name: 'Priya', role: 'steward' }
const samuel: Reviewer = { id: 'samuel', name: 'Samuel', role: 'admin' }
const reviewers = [ada, priya, samuel]
const facts = (overrides: Partial<RouteFacts> = {}): RouteFacts => ({
  ownerId: null,
  writers: [],
  roles: ['steward', 'admin'],
  delegation: null,
  isEscalated: false,
  ...overrides,
})

describe('routeReview', () => {
  it.each<[string, Partial<RouteFacts>, Record<string, string>, string, string[]]>([
    ['nobody owns the connection', {}, {}, 'stewards', ['ada', 'priya']],
    ['the owner may decide', { ownerId: 'ada' }, {}, 'owner', ['ada']],
    ['the owner wrote it', { ownerId: 'ada', writers: ['ada'] }, {}, 'stewards', ['priya']],
    ['the owner is no reviewer any more', { ownerId: 'tomas' }, {}, 'stewards', ['ada', 'priya']],
    ['the owner is away', { ownerId: 'ada' }, { ada: 'priya' }, 'owner-away', ['priya']],
    ['owner and stand-in are away', { ownerId: 'ada' }, { ada: 'priya', priya: 'samuel' }, 'stewards', ['samuel']],
    ['the stand-in wrote it', { ownerId: 'ada', writers: ['priya'] }, { ada: 'priya' }, 'admins', ['samuel']],
    ['only admins may', { roles: ['admin'] }, {}, 'admins', ['samuel']],
    ['every steward wrote it', { writers: ['ada', 'priya'] }, {}, 'admins', ['samuel']],
    ['everybody wrote it', { writers: ['ada', 'priya', 'samuel'] }, {}, 'nobody', []],
    [
      'it was handed over',
      { ownerId: 'ada', delegation: { fromId: 'ada', toId: 'priya' } },
      {},
      'delegated',
      ['priya'],
    ],
    [
      'who got it wrote it since',
      { ownerId: 'ada', writers: ['priya'], delegation: { fromId: 'ada', toId: 'priya' } },
      {},
      'owner',
      ['ada'],
    ],
    ['its time is over', { ownerId: 'ada', isEscalated: true }, {}, 'owner', ['ada', 'samuel']],
  ])('where %s', (_what, overrides, absences, rule, people) => {
    const turn = routeReview(facts(overrides), { reviewers, absences: new Map(Object.entries(absences)) })
    expect(turn.rule).toBe(rule)
    expect(turn.people.map(({ id }) => id)).toEqual(people)
  })

  it('says in whose place somebody decides', () => {
    const away = routeReview(facts({ ownerId: 'ada' }), { reviewers, absences: new Map([['ada', 'priya']]) })
    expect(away.standsInFor.get('priya')).toBe('ada')
  })

  it('never gives it to whoever wrote it or whose role may not', () => {
    const someone = fc.constantFrom('ada', 'priya', 'samuel', 'tomas')
    fc.assert(
      fc.property(
        fc.record({
          ownerId: fc.option(someone),
          writers: fc.subarray(['ada', 'priya', 'samuel']),
          roles: fc.subarray(['steward', 'admin']),
          delegation: fc.option(fc.record({ fromId: someone, toId: someone })),
          isEscalated: fc.boolean(),
        }),
        fc.dictionary(someone, someone),
        (given, absences) => {
          const { people } = routeReview(given, { reviewers, absences: new Map(Object.entries(absences)) })
          for (const { id, role } of people) {
            expect(given.writers).not.toContain(id)
            expect(given.roles).toContain(role)
          }
        },
      ),
    )
  })
})
