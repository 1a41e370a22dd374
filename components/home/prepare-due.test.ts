import { describe, expect, it } from 'vitest'
import { prepareDue } from './prepare-due'

const now = new Date('2026-11-12T10:42:00Z')

describe('prepareDue', () => {
  it('gives the clock and the hours left for today', () => {
    expect(prepareDue('2026-11-12T14:30:00Z', now)).toEqual({ when: '14:30', left: '3 h', urgency: 'today' })
  })

  it('gives the weekday and the days left for later', () => {
    expect(prepareDue('2026-11-14T09:00:00Z', now)).toEqual({ when: 'Sat', left: '1 d', urgency: 'later' })
  })

  it('says how late it is', () => {
    expect(prepareDue('2026-11-12T08:42:00Z', now)).toEqual({ when: '08:42', left: '2 h late', urgency: 'overdue' })
  })
})
