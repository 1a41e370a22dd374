import { type DerivedHealth, healthOrder } from './derive-health'

export interface OrderedConnection {
  id: string
  name: string
  health: DerivedHealth['health']
  /** Age of the last success over the target; null when it never succeeded. */
  ageShare: number | null
  openProposals: number
}
export type ConnectionOrder = 'state' | 'name' | 'freshness' | 'proposals'
/** Where a row stands in an order: compared part by part, the id last, so that no two rows stand on one place. */
export type OrderKey = readonly [number, string, string]

/** Where a connection stands: worst state, oldest data for its target, or most proposals first; equal ones by name. */
export function orderKeyOf(connection: OrderedConnection, order: ConnectionOrder): OrderKey {
  const rank = {
    state: () => healthOrder.indexOf(connection.health),
    name: () => 0,
    // What never succeeded is older than anything that did.
    freshness: () => (connection.ageShare === null ? -Number.MAX_VALUE : -connection.ageShare),
    proposals: () => -connection.openProposals,
  }[order]()
  return [rank, connection.name.toLowerCase(), connection.id]
}

/** Negative when the first stands before the other. */
export function compareOrderKeys(one: OrderKey, other: OrderKey): number {
  return one[0] - other[0] || compareText(one[1], other[1]) || compareText(one[2], other[2])
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
