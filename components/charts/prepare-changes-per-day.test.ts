import { describe, expect, it } from 'vitest'
import { prepareChangesPerDay } from './prepare-changes-per-day'

const day = (of: string, breaking: number, dangerous: number, safe: number) => ({
  day: `2026-11-${of}`,
  breaking,
  dangerous,
  safe,
})

describe('prepareChangesPerDay', () => {
  it('adds up each day and says where most were', () => {
    const prepared = prepareChangesPerDay([day('10', 0, 1, 2), day('11', 0, 0, 0), day('12', 2, 1, 6)])
    expect(prepared.bars.map(({ total }) => total)).toEqual([3, 0, 9])
    expect(prepared).toMatchObject({ total: 12, top: 9 })
    expect(prepared.summary).toMatch(/^12 changes in 3 days, 2 of them breaking; most on .*12.*: 9\.$/)
  })
  it('keeps the axis from making much of little', () => {
    expect(prepareChangesPerDay([day('10', 0, 0, 1)]).top).toBe(4)
  })
  it('says so when nothing changed', () => {
    expect(prepareChangesPerDay([day('10', 0, 0, 0)])).toMatchObject({ total: 0, summary: 'No change in one day.' })
  })
})
