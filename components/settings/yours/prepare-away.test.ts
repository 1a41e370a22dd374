import { expect, it } from 'vitest'
import { daysOf, startAway, toAbsence } from './prepare-away'

const week = { delegateId: 'priya', firstDay: '2026-11-26', lastDay: '2026-12-02' }

it('includes the last day and shows the same days again', () => {
  const absence = toAbsence(week)
  expect(absence).toEqual({
    delegateId: 'priya',
    startsAt: '2026-11-26T00:00:00.000Z',
    endsAt: '2026-12-03T00:00:00.000Z',
  })
  expect(absence && daysOf(absence)).toBe('26 Nov to 2 Dec')
  const day = toAbsence({ ...week, lastDay: week.firstDay })
  expect(day && daysOf(day)).toBe('26 Nov')
})

it('is nothing while a part is missing, not a day, or the wrong way round', () => {
  expect(toAbsence({ ...week, delegateId: null })).toBeNull()
  expect(toAbsence({ ...week, firstDay: '2026-13-40' })).toBeNull()
  expect(toAbsence({ ...week, lastDay: '2026-11-25' })).toBeNull()
})

it('begins tomorrow, for a week', () => {
  expect(startAway(Date.parse('2026-11-25T23:00:00Z'))).toMatchObject({ firstDay: '2026-11-26', lastDay: '2026-12-02' })
})
