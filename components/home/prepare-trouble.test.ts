import { describe, expect, it } from 'vitest'
import { prepareTrouble } from './prepare-trouble'

const connection = { healthDetail: null, ageMinutes: 190, freshnessTargetMinutes: 60 }

describe('prepareTrouble', () => {
  it('says by how much a connection is late', () => {
    expect(prepareTrouble({ ...connection, health: 'late' })).toEqual({ state: 'late', word: 'Late by 2 h 10 min' })
  })

  it('keeps the plain word when nobody knows the age', () => {
    expect(prepareTrouble({ ...connection, health: 'late', ageMinutes: null })).toEqual({
      state: 'late',
      word: undefined,
    })
  })

  it('names the run that is being applied', () => {
    expect(prepareTrouble({ ...connection, health: 'applying', healthDetail: 'R-931, step 4' }).word).toBe(
      'Applying R-931',
    )
  })

  it('says that a connection is gone', () => {
    expect(prepareTrouble({ ...connection, health: 'removed' })).toEqual({
      state: 'incomplete',
      word: 'Removed in Fivetran',
    })
  })
})
