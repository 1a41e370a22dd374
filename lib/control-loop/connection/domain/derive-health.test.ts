import { describe, expect, it } from 'vitest'
import { deriveHealth, type HealthFacts, spellMinutes } from './derive-health'

const now = new Date('2026-11-12T10:42:00Z')
const makeFacts = (overrides: Partial<HealthFacts> = {}): HealthFacts => ({
  paused: false,
  setupState: 'connected',
  syncState: 'scheduled',
  isDelayed: false,
  isHistoricalSync: false,
  succeededAt: new Date('2026-11-12T10:00:00Z'),
  failedAt: null,
  rescheduledFor: null,
  tasks: [],
  syncFrequencyMinutes: 60,
  scheduleKind: 'auto',
  freshnessTargetMinutes: 60,
  removed: false,
  applyingRun: null,
  ...overrides,
})

describe('deriveHealth', () => {
  it.each<[string, Partial<HealthFacts>, string, string | null]>([
    ['a fresh connection', {}, 'on-schedule', null],
    [
      'a broken one with a task',
      { setupState: 'broken', tasks: [{ code: 'reconnect', message: 'Token expired.' }] },
      'broken',
      'Token expired.',
    ],
    ['a broken one that is paused too', { setupState: 'broken', paused: true }, 'broken', 'Reconnect it in Fivetran.'],
    ['an unfinished one', { setupState: 'incomplete' }, 'incomplete', 'Its set-up was never finished in Fivetran.'],
    ['an old one', { succeededAt: new Date('2026-11-12T08:00:00Z') }, 'late', 'Late by 1 h 42 min.'],
    [
      'an old one whose last sync failed',
      { succeededAt: new Date('2026-11-12T08:42:00Z'), failedAt: new Date('2026-11-12T10:00:00Z') },
      'late',
      'Late by 1 h; the last sync failed.',
    ],
    ['a paused old one', { paused: true, succeededAt: new Date('2026-11-01T08:00:00Z') }, 'paused', null],
    [
      'a rescheduled manual one',
      { syncState: 'rescheduled', scheduleKind: 'manual' },
      'rescheduled',
      'Headgate will start it.',
    ],
    ['one under a run', { applyingRun: 931, syncState: 'syncing' }, 'applying', 'R-931 is changing it.'],
    [
      'one that never succeeded',
      { succeededAt: null, syncState: 'syncing', isHistoricalSync: true },
      'syncing',
      'First full sync.',
    ],
    [
      'one that is gone',
      { removed: true, setupState: 'broken' },
      'removed',
      'It is no longer in the Fivetran account.',
    ],
  ])('calls %s by its word', (_name, overrides, health, detail) => {
    expect(deriveHealth(makeFacts(overrides), now)).toMatchObject({ health, detail })
  })

  it('expects the next sync one interval after the last success, and none while paused', () => {
    expect(deriveHealth(makeFacts(), now).nextSyncAt).toEqual(new Date('2026-11-12T11:00:00Z'))
    expect(deriveHealth(makeFacts({ paused: true }), now).nextSyncAt).toBeNull()
  })
})

describe('spellMinutes', () => {
  it.each([
    [5, '5 min'],
    [60, '1 h'],
    [130, '2 h 10 min'],
    [1440, '1 d'],
    [1620, '1 d 3 h'],
  ])('spells %i minutes as %s', (minutes, words) => {
    expect(spellMinutes(minutes)).toBe(words)
  })
})
