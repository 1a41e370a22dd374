import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignPairs, type UtilityPair } from './assign-pairs'

const names = ['a', 'b', 'c', 'd']
const pairList = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    utility: fc.integer({ min: 1, max: 9 }),
  }),
  {
    selector: ({ from, to }) => from + to,
  },
)

/** The best total by trying every choice. */
function bestTotal(pairs: UtilityPair[], used: Set<string> = new Set()): number {
  const [first, ...rest] = pairs
  if (first === undefined) return 0
  const without = bestTotal(rest, used)
  if (used.has(`f${first.from}`) || used.has(`t${first.to}`)) return without
  return Math.max(without, first.utility + bestTotal(rest, new Set([...used, `f${first.from}`, `t${first.to}`])))
}

describe('assignPairs', () => {
  it('uses each name once and is worth as much as the best of all choices', () => {
    fc.assert(
      fc.property(pairList, (pairs) => {
        const assigned = assignPairs(pairs)
        expect(new Set(assigned.map(({ pair }) => pair.from)).size).toBe(assigned.length)
        expect(new Set(assigned.map(({ pair }) => pair.to)).size).toBe(assigned.length)
        expect(assigned.reduce((sum, { pair }) => sum + pair.utility, 0)).toBe(bestTotal(pairs))
        for (const { margin } of assigned) expect(margin).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('gives a name that fits two to the side that has no other choice', () => {
    const assigned = assignPairs([
      { from: 'a', to: 'x', utility: 5 },
      { from: 'a', to: 'y', utility: 5 },
      { from: 'b', to: 'x', utility: 4 },
    ])
    expect(assigned.map(({ pair }) => pair.from + pair.to).sort()).toEqual(['ay', 'bx'])
    expect(assigned.map(({ margin }) => margin)).toEqual([4, 4])
  })

  it('has no margin where two choices are equal', () => {
    const assigned = assignPairs([
      { from: 'a', to: 'x', utility: 5 },
      { from: 'a', to: 'y', utility: 5 },
    ])
    expect(assigned).toHaveLength(1)
    expect(assigned[0]?.margin).toBe(0)
  })

  it('stays one-to-one beyond the size of the exact method', () => {
    const many = Array.from({ length: 40 }, (_, from) =>
      Array.from({ length: 40 }, (_, to) => ({ from: `f${from}`, to: `t${to}`, utility: from === to ? 9 : 1 })),
    ).flat()
    expect(assignPairs(many).filter(({ pair }) => pair.utility === 9)).toHaveLength(40)
  })
})
