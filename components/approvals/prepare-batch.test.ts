import { describe, expect, it } from 'vitest'
import { distribution, lookAlikesOf, sameness, toMember } from './prepare-batch'

const member = (proposalId: string, connectionName = 'orders') => ({
  proposalId,
  revision: 1,
  planHash: 'a'.repeat(64),
  number: 1,
  path: 'public.customer.fax',
  connectionId: 'c',
  connectionName,
})
const group = { key: 'k', verb: 'Include', service: 'postgres', risk: 'low' as const, wayBack: 'full', exceptions: [] }

describe('look-alikes', () => {
  it('are the other members of an item’s group, and none of an item that is in no group', () => {
    const batches = { groups: [{ ...group, members: [member('a'), member('b')] }], waiting: [] }
    expect(lookAlikesOf(batches, 'a').map(({ proposalId }) => proposalId)).toEqual(['b'])
    expect(lookAlikesOf(batches, 'z')).toEqual([])
    expect(lookAlikesOf(undefined, 'a')).toEqual([])
  })

  it('are sent as exact revisions and nothing else', () => {
    expect(toMember(member('a'))).toEqual({ proposalId: 'a', revision: 1, planHash: 'a'.repeat(64) })
  })
})

it('says where the members are, most first, and what they share', () => {
  expect(distribution([member('a', 'x'), member('b'), member('c')])).toBe('2 in `orders`, 1 in `x`')
  expect(sameness(group)).toBe('low risk, can be taken back')
})
