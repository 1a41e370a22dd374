import { describe, expect, it } from 'vitest'
import { prepareCallsPerHour } from './prepare-calls-per-hour'

const nowIso = '2026-11-12T10:42:03.000Z'

describe('prepareCallsPerHour', () => {
  it('ends in the running hour and leaves gaps where nothing was counted', () => {
    const { bars } = prepareCallsPerHour([{ hourIso: '2026-11-12T10:00:00Z', calls: 588 }], 20_000, nowIso)
    expect(bars).toHaveLength(24)
    expect(bars.at(-1)).toEqual({ hourIso: '2026-11-12T10:00:00.000Z', label: '10:00', calls: 588 })
    expect(bars[0]).toMatchObject({ label: '11:00', calls: null })
  })

  it('drops hours older than a day', () => {
    const { bars } = prepareCallsPerHour([{ hourIso: '2026-11-11T10:00:00Z', calls: 9 }], 20_000, nowIso)
    expect(bars.every((bar) => bar.calls === null)).toBe(true)
  })

  it('draws the limit only once it is near', () => {
    const far = prepareCallsPerHour([{ hourIso: nowIso, calls: 588 }], 20_000, nowIso)
    expect(far).toMatchObject({ isLimitShown: false, top: 588 })
    const near = prepareCallsPerHour([{ hourIso: nowIso, calls: 7_000 }], 20_000, nowIso)
    expect(near).toMatchObject({ isLimitShown: true, top: 20_000 })
  })

  it('says it in one sentence', () => {
    const counted = [
      { hourIso: '2026-11-12T03:00:00Z', calls: 6200 },
      { hourIso: '2026-11-12T10:00:00Z', calls: 588 },
    ]
    expect(prepareCallsPerHour(counted, 20_000, nowIso).summary).toBe(
      'Fivetran calls in 24 hours: busiest at 03:00 with 6\u00a0200 of 20\u00a0000; now 588.',
    )
    expect(prepareCallsPerHour([], 20_000, nowIso).summary).toBe('No call to Fivetran in 24 hours.')
  })
})
