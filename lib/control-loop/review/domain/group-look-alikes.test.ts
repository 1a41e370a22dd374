import { describe, expect, it } from 'vitest'
import { type Candidate, findStrangers, frictionOf, groupLookAlikes } from './group-look-alikes'

let next = 0
const make = (overrides: Partial<Candidate> = {}): Candidate => {
  next += 1
  return {
    proposalId: `p-${next}`,
    number: next,
    revision: 1,
    planHash: 'a'.repeat(64),
    path: `public.customer.c${next}`,
    connectionId: 'c-1',
    connectionName: 'orders',
    service: 'postgres',
    kinds: ['set-column-enabled'],
    risk: 'low',
    policyOutcome: 'require-review low 1 steward',
    wayBack: 'full',
    refusal: null,
    rivals: [],
    ...overrides,
  }
}

describe('groupLookAlikes', () => {
  it.each<[string, Partial<Candidate>, string]>([
    ['of high risk', { risk: 'high' }, 'High risk is decided one by one.'],
    ['of another risk', { risk: 'medium' }, 'Its risk is medium, theirs low.'],
    [
      'under another policy outcome',
      { policyOutcome: 'require-review other 2 admin' },
      'Policy says something else of it.',
    ],
    ['with another way back', { wayBack: 'forward-only' }, 'Its way back is another.'],
    ['of one’s own', { refusal: 'You wrote or edited it.' }, 'You wrote or edited it.'],
    ['with a rival', { rivals: [7] }, 'P-7 is about the same object.'],
  ])('pulls out one %s', (_what, overrides, why) => {
    const alike = [make(), make()]
    const odd = make(overrides)
    const [group] = groupLookAlikes([...alike, odd])
    expect(group?.members).toEqual(alike)
    expect(group?.exceptions).toEqual([{ candidate: odd, why }])
    expect(findStrangers([...alike, odd])).toEqual([{ candidate: odd, why }])
  })

  it('offers nothing below two, nor across kinds and connectors', () => {
    expect(groupLookAlikes([make(), make({ service: 'stripe' }), make({ kinds: ['set-column-hashed'] })])).toEqual([])
    expect(groupLookAlikes([make({ risk: 'high' }), make({ risk: 'high' })])).toEqual([])
    expect(findStrangers([make(), make(), make({ service: 'stripe' })])).toHaveLength(1)
  })
})

describe('frictionOf', () => {
  it.each<['approve' | 'reject', number, number, boolean, boolean]>([
    ['approve', 20, 1, false, false],
    ['approve', 21, 1, true, false],
    ['approve', 50, 5, true, false],
    ['approve', 51, 1, true, true],
    ['approve', 6, 6, false, true],
    ['reject', 500, 100, false, false],
  ])('of %s, %s members in %s connections', (decision, members, connections, sample, second) => {
    expect(frictionOf({ decision, members, connections })).toEqual({ sample, second })
  })
})
