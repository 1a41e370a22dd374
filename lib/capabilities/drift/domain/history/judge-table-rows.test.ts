import { describe, expect, it } from 'vitest'
import { judgeTableRows } from './judge-table-rows'

const dayMs = 86_400_000
const start = Date.UTC(2026, 8, 4)
const days = (values: number[]) => values.map((value, day) => ({ atMs: start + day * dayMs, value }))

describe('the rows of a table', () => {
  const growing = days(Array.from({ length: 22 }, (_, day) => 10_000 + day * 500))
  const now = (value: number) => ({ atMs: start + 22 * dayMs, value })

  it('that grows are judged by what came', () => {
    expect(judgeTableRows(growing, now(21_000)).verdict).toBe('usual')
    // Hardly any total would show that nothing came today.
    expect(judgeTableRows(growing, now(20_500)).verdict).toBe('anomaly')
    expect(judgeTableRows(growing, now(9_000)).verdict).toBe('anomaly')
  })

  it('that is written anew are judged by how many there are', () => {
    const steady = days(Array.from({ length: 22 }, (_, day) => 5_000 + (day % 2) * 10))
    expect(judgeTableRows(steady, now(5_020)).verdict).toBe('usual')
    expect(judgeTableRows(steady, now(0)).verdict).toBe('anomaly')
  })

  it('cannot be judged before enough was seen', () => {
    expect(judgeTableRows(growing.slice(0, 5), now(21_000)).verdict).toBe('cannot-tell')
  })
})
