import { describe, expect, it } from 'vitest'
import { unfilteredAudit } from './audit-params'
import { isFiltered, prepareFilters, startOfPeriod } from './prepare-filters'

const now = new Date('2026-11-12T10:42:00Z')

describe('startOfPeriod', () => {
  it.each([
    ['today', '2026-11-12T00:00:00.000Z'],
    ['7d', '2026-11-06T00:00:00.000Z'],
    ['30d', '2026-10-14T00:00:00.000Z'],
    ['all', null],
  ] as const)('%s starts at %s', (period, expected) => {
    expect(startOfPeriod(period, now)).toBe(expected)
  })
})

describe('prepareFilters', () => {
  it('asks for nothing that is not set', () => {
    expect(Object.values(prepareFilters(unfilteredAudit, now)).every((value) => value === undefined)).toBe(true)
  })

  it('stays the same question during a day', () => {
    const params = { ...unfilteredAudit, period: 'today' as const }
    expect(prepareFilters(params, now)).toEqual(prepareFilters(params, new Date('2026-11-12T23:59:00Z')))
  })
})

describe('isFiltered', () => {
  it('does not count the selected event as a filter', () => {
    expect(isFiltered({ ...unfilteredAudit, event: 12 })).toBe(false)
    expect(isFiltered({ ...unfilteredAudit, actor: 'system' })).toBe(true)
  })
})
