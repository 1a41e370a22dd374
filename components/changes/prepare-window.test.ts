import { describe, expect, it } from 'vitest'
import { prepareShortWindow, prepareWindow } from './prepare-window'

const now = new Date('2026-11-12T10:42:00Z')

describe('prepareWindow', () => {
  it('names both looks of today by their clock', () => {
    expect(prepareWindow('2026-11-12T06:00:00Z', '2026-11-12T06:04:00Z', now)).toBe('between 06:00 and 06:04')
  })

  it('names the day once when both looks were on another day', () => {
    expect(prepareWindow('2026-11-11T06:00:00Z', '2026-11-11T06:04:00Z', now)).toBe(
      'Wed 11 Nov, between 06:00 and 06:04',
    )
  })

  it('names both days when a night lies between', () => {
    expect(prepareWindow('2026-11-11T22:00:00Z', '2026-11-12T06:04:00Z', now)).toBe(
      'between Wed 11 Nov, 22:00 and Thu 12 Nov, 06:04',
    )
  })

  it('is one minute when both looks were in it', () => {
    expect(prepareWindow('2026-11-12T06:04:01Z', '2026-11-12T06:04:40Z', now)).toBe('at 06:04')
  })

  it('knows only the later bound without an earlier look', () => {
    expect(prepareWindow(null, '2026-11-12T06:04:00Z', now)).toBe('before 06:04')
  })
})

describe('prepareShortWindow', () => {
  it.each([
    ['2026-11-12T06:00:00Z', '2026-11-12T06:04:00Z', '06:00–06:04'],
    ['2026-11-11T06:00:00Z', '2026-11-11T06:04:00Z', 'Wed 06:00–06:04'],
    ['2026-11-11T22:00:00Z', '2026-11-12T06:04:00Z', 'by 06:04'],
    ['2026-11-12T06:04:01Z', '2026-11-12T06:04:40Z', '06:04'],
    [null, '2026-11-11T06:04:00Z', 'Wed by 06:04'],
  ])('%s to %s is %s', (notBefore, detectedAt, expected) => {
    expect(prepareShortWindow(notBefore, detectedAt, now)).toBe(expected)
  })
})
