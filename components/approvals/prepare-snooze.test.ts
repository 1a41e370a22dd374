import { describe, expect, it } from 'vitest'
import { snoozeChoices, snoozeSentence } from './prepare-snooze'

const untilOf = (now: string, id: string) => snoozeChoices(Date.parse(now)).find((choice) => choice.id === id)?.until

describe('snoozeChoices', () => {
  it.each([
    ['2026-11-25T23:59:00Z', '2026-11-26T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['2026-11-29T10:00:00Z', '2026-11-30T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['2026-11-30T10:00:00Z', '2026-12-01T08:00:00.000Z', '2026-12-07T08:00:00.000Z'],
  ])('of %s are a day and the Monday that comes', (now, tomorrow, monday) => {
    expect([untilOf(now, 'tomorrow'), untilOf(now, 'monday')]).toEqual([tomorrow, monday])
  })

  it('all lie ahead', () => {
    const now = Date.parse('2026-11-25T07:59:59Z')
    for (const { until } of snoozeChoices(now)) if (until) expect(Date.parse(until)).toBeGreaterThan(now)
  })
})

it('says by whom, until when, and that the time keeps running', () => {
  const snooze = { wake: 'sync' as const, until: null, by: 'Ada', at: '2026-11-25T08:00:00Z' }
  expect(snoozeSentence(snooze, (at) => at)).toBe('Snoozed by Ada until the next sync ends. Its time keeps running.')
  expect(snoozeSentence({ ...snooze, wake: 'time', until: 'x' }, () => 'Monday 08:00')).toContain('until Monday 08:00')
})
