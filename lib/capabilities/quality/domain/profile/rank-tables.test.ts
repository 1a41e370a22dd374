import { describe, expect, it } from 'vitest'
import { rankTables } from './rank-tables'

describe('rankTables', () => {
  it('puts those never measured first, then the longest unmeasured, in an order that does not depend on how they came', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, day))
    const table = (name: string, measuredAt: Date | null) => ({ schema: 'crm', table: name, measuredAt })
    const tables = [table('d', at(2)), table('b', null), table('c', at(1)), table('a', null)]
    const order = ['a', 'b', 'c', 'd']
    expect(rankTables(tables).map(({ table: name, priority }) => [name, priority])).toEqual(
      order.map((name, place) => [name, place]),
    )
    expect(rankTables([...tables].reverse())).toEqual(rankTables(tables))
  })
})
