import { describe, expect, it } from 'vitest'
import type { SyncView } from '@/lib/control-loop/connection/contract'
import { prepareHealthStrip } from './list/prepare-health-strip'
import { prepareConnectionState } from './prepare-connection-state'
import { prepareFreshness } from './prepare-freshness'
import { prepareSyncStrip, SYNC_BARS_MAX } from './prepare-sync-strip'

describe('prepareConnectionState', () => {
  it.each([
    ['broken', 'Token expired. Reconnect in Fivetran.', 'Broken: Token expired'],
    ['late', 'Late by 2 h; the last sync failed.', 'Late by 2 h'],
    ['late', 'Late by 2 h 10 min.', 'Late by 2 h 10 min'],
    ['applying', 'R-931 is changing it.', 'Applying R-931'],
    ['on-schedule', null, undefined],
  ] as const)('says how a %s connection is', (health, healthDetail, word) => {
    expect(prepareConnectionState({ health, healthDetail }).word).toBe(word)
  })
})

describe('prepareFreshness', () => {
  it('fills the bar by age over target and stops at the end', () => {
    const late = prepareFreshness({ ageMinutes: 190, freshnessTargetMinutes: 60, health: 'late' })
    expect(late).toEqual({ percent: 100, level: 'late', age: '3 h 10 min', target: '1 h' })
    expect(prepareFreshness({ ageMinutes: 40, freshnessTargetMinutes: 60, health: 'on-schedule' }).percent).toBe(67)
  })

  it('holds a paused connection to no target', () => {
    expect(prepareFreshness({ ageMinutes: 12_960, freshnessTargetMinutes: 60, health: 'paused' }).target).toBeNull()
  })

  it('does not call a connection that never synced fresh', () => {
    const never = prepareFreshness({ ageMinutes: null, freshnessTargetMinutes: 60, health: 'on-schedule' })
    expect(never.age).toBe('never synced')
  })
})

describe('prepareSyncStrip', () => {
  const sync = (endedAt: string, status: SyncView['status']): SyncView => ({
    endedAt,
    startedAt: null,
    status,
    reason: null,
  })

  it('draws oldest first and pads what is not known', () => {
    const { bars, summary } = prepareSyncStrip([
      sync('2026-03-02T10:00:00Z', 'failed'),
      sync('2026-03-02T09:00:00Z', 'successful'),
    ])
    expect(bars).toHaveLength(SYNC_BARS_MAX)
    expect(bars.slice(-2).map(({ look }) => look)).toEqual(['passed', 'failed'])
    expect(summary).toBe('Last 2 syncs: 1 failed')
  })

  it('keeps the latest when there are more than fit', () => {
    const many = Array.from({ length: 30 }, (_, hour) => sync(new Date(hour * 3_600_000).toISOString(), 'successful'))
    expect(prepareSyncStrip(many).bars.every(({ look }) => look === 'passed')).toBe(true)
  })
})

describe('prepareHealthStrip', () => {
  it('joins what is well and leaves out what nobody is in', () => {
    expect(
      prepareHealthStrip({ 'on-schedule': 8, syncing: 1, broken: 1 }).map(({ count, word }) => `${count} ${word}`),
    ).toEqual(['9 on schedule or syncing', '1 broken'])
  })
})
