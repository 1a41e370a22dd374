import { describe, expect, it } from 'vitest'
import { type ConnectionOrder, compareOrderKeys, type OrderedConnection, orderKeyOf } from './order-connections'

const connections: OrderedConnection[] = [
  { id: '1', name: 'zendesk', health: 'on-schedule', ageShare: 0.4, openProposals: 2 },
  { id: '2', name: 'Hubspot', health: 'broken', ageShare: null, openProposals: 0 },
  { id: '3', name: 'netsuite', health: 'late', ageShare: 3, openProposals: 1 },
  { id: '4', name: 'adwords', health: 'on-schedule', ageShare: 0.4, openProposals: 2 },
]
const namesBy = (order: ConnectionOrder) =>
  connections
    .toSorted((one, other) => compareOrderKeys(orderKeyOf(one, order), orderKeyOf(other, order)))
    .map(({ name }) => name)

describe('orderKeyOf', () => {
  it.each([
    ['state', ['Hubspot', 'netsuite', 'adwords', 'zendesk']],
    ['name', ['adwords', 'Hubspot', 'netsuite', 'zendesk']],
    ['freshness', ['Hubspot', 'netsuite', 'adwords', 'zendesk']],
    ['proposals', ['adwords', 'zendesk', 'netsuite', 'Hubspot']],
  ] as const)('orders by %s, equal ones by name', (order, expected) => {
    expect(namesBy(order)).toEqual(expected)
  })

  it('gives every row a place of its own, so that a page can start after any of them', () => {
    const twins = [
      { ...connections[0], id: 'a' },
      { ...connections[0], id: 'b' },
    ] as [OrderedConnection, OrderedConnection]
    expect(compareOrderKeys(orderKeyOf(twins[0], 'state'), orderKeyOf(twins[1], 'state'))).toBeLessThan(0)
  })
})
