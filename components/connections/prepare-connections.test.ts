import { describe, expect, it } from 'vitest'
import type { SyncView } from '@/lib/control-loop/connection/contract'
import { prepareHealthShares } from './list/prepare-health-shares'
import { prepareConnectionState } from './prepare-connection-state'
import { SYNC_BARS_MAX, syncOutcomes } from './prepare-syncs'

describe('prepareConnectionState', () => {
  it.each([
    ['broken', 'Token expired. Reconnect in Fivetran.', undefined],
    ['late', 'Late by 2 h; the last sync failed.', 'Late by 2 h'],
    ['late', 'Late by 2 h 10 min.', 'Late by 2 h 10 min'],
    ['applying', 'R-931 is changing it.', 'Applying R-931'],
    ['on-schedule', null, undefined],
  ] as const)('says how a %s connection is', (health, healthDetail, word) => {
    expect(prepareConnectionState({ health, healthDetail }).word).toBe(word)
  })
})

describe('syncOutcomes', () => {
  const sync = (endedAt: string, status: SyncView['status']): SyncView => ({
    endedAt,
    startedAt: null,
    status,
    reason: null,
  })

  it('reads oldest first and leaves out what still runs', () => {
    const syncs = [
      sync('2026-03-02T11:00:00Z', 'running'),
      sync('2026-03-02T10:00:00Z', 'failed'),
      sync('2026-03-02T08:00:00Z', 'successful'),
      sync('2026-03-02T09:00:00Z', 'rescheduled'),
    ]
    expect(syncOutcomes(syncs)).toEqual(['pass', 'warn', 'fail'])
  })

  it('keeps the latest when there are more than fit', () => {
    const many = Array.from({ length: 30 }, (_, hour) =>
      sync(new Date(hour * 3_600_000).toISOString(), hour < 6 ? 'failed' : 'successful'),
    )
    expect(syncOutcomes(many)).toEqual(Array.from({ length: SYNC_BARS_MAX }, () => 'pass'))
  })
})

describe('prepareHealthShares', () => {
  it('joins what is well and leaves out what nobody is in', () => {
    const words = prepareHealthShares({ 'on-schedule': 8, syncing: 1, broken: 1 }).map(
      ({ count, word }) => `${count} ${word}`,
    )
    expect(words).toEqual(['9 on schedule or syncing', '1 broken'])
  })
})
