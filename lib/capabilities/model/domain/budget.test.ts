import { describe, expect, it } from 'vitest'
import { budgetKeysOf, dollars, findCapPassed } from './budget'

const now = new Date('2026-11-25T23:59:59Z')
const row = (scope: string, period: string, spentMicros: number, reservedMicros = 0) => ({
  scope,
  period,
  spentMicros,
  reservedMicros,
})
const none = { day: null, month: null }

describe('budgetKeysOf', () => {
  it('names day and month of the task and of all, always in one order', () => {
    expect(budgetKeysOf('draft-mapping', now)).toEqual([
      { scope: 'draft-mapping', period: '2026-11' },
      { scope: 'draft-mapping', period: '2026-11-25' },
      { scope: 'total', period: '2026-11' },
      { scope: 'total', period: '2026-11-25' },
    ])
  })
})

describe('findCapPassed', () => {
  it('lets a call reach a cap and never pass it, counting what is reserved', () => {
    const rows = [row('total', '2026-11-25', 600, 300), row('total', '2026-11', 600, 300)]
    expect(findCapPassed(rows, { total: { day: 1_000, month: 5_000 }, task: none }, 100)).toBeNull()
    expect(findCapPassed(rows, { total: { day: 1_000, month: 5_000 }, task: none }, 101)).toContain(
      'of all tasks for the day',
    )
  })

  it.each([
    [{ day: 10, month: null }, 'this task for the day'],
    [{ day: null, month: 10 }, 'this task for the month'],
  ])('knows the caps of a task: %j', (task, words) => {
    const rows = [row('draft-mapping', '2026-11', 9), row('draft-mapping', '2026-11-25', 9)]
    expect(findCapPassed(rows, { total: none, task }, 2)).toContain(words)
    expect(findCapPassed(rows, { total: none, task }, 1)).toBeNull()
  })

  it('refuses everything under a cap of nothing', () => {
    expect(findCapPassed([row('total', '2026-11-25', 0)], { total: { day: 0, month: null }, task: none }, 1)).toContain(
      'no room',
    )
  })
})

describe('dollars', () => {
  it('shows small sums', () => {
    expect([0, 5_000_000, 1_234, 12].map(dollars)).toEqual(['$0.00', '$5.00', '$0.0012', '$0.0000'])
  })
})
