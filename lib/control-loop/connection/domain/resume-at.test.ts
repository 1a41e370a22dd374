import { describe, expect, it } from 'vitest'
import { deriveHealth } from './derive-health'
import { resumeAt } from './resume-at'

const at = new Date('2026-11-12T10:00:00Z')
const facts = {
  paused: false,
  setupState: 'connected',
  syncState: 'rescheduled',
  scheduleKind: 'manual',
  rescheduledFor: at,
}

describe('resumeAt', () => {
  it('names the instant for a connection that is only started by hand', () => {
    expect(resumeAt(facts)).toEqual(at)
  })

  it.each([
    ['a schedule of its own', { scheduleKind: 'auto' }],
    ['a pause', { paused: true }],
    ['a broken source', { setupState: 'broken' }],
    ['a sync under way', { syncState: 'syncing' }],
    ['no instant', { rescheduledFor: null }],
  ])('leaves it alone with %s', (_name, overrides) => {
    expect(resumeAt({ ...facts, ...overrides })).toBeNull()
  })
})

describe('the pair of ends a type promotion makes', () => {
  it('is neither late nor failed: the second end is a success', () => {
    const health = deriveHealth(
      {
        ...facts,
        syncState: 'scheduled',
        scheduleKind: 'auto',
        isDelayed: false,
        isHistoricalSync: false,
        failedAt: new Date(at.getTime() - 60_000),
        succeededAt: new Date(at.getTime() - 30_000),
        tasks: [],
        syncFrequencyMinutes: 60,
        freshnessTargetMinutes: 120,
        removed: false,
        applyingRun: null,
      },
      at,
    )
    expect(health).toMatchObject({ health: 'on-schedule', detail: null })
  })
})
