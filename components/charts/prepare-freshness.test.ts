import { describe, expect, it } from 'vitest'
import { prepareFreshness } from './prepare-freshness'

const minute = 60_000

describe('prepareFreshness', () => {
  it('fills by age over target', () => {
    expect(prepareFreshness(40 * minute, 60 * minute)).toEqual({
      percent: 67,
      level: 'well',
      ageText: '40 min',
      targetText: '1 h',
    })
  })

  it('watches once the target is passed, and is over after several times of it', () => {
    expect(prepareFreshness(190 * minute, 60 * minute)).toMatchObject({ percent: 100, level: 'watch' })
    expect(prepareFreshness(27 * 60 * minute, 4 * 60 * minute)).toMatchObject({ percent: 100, level: 'over' })
  })

  it('draws nothing when nothing was promised', () => {
    expect(prepareFreshness(minute, null)).toMatchObject({ percent: 0, level: 'well', targetText: null })
  })

  it('is over when a promise was made and no sync ever ended', () => {
    expect(prepareFreshness(null, minute)).toMatchObject({ percent: 100, level: 'over', ageText: 'never' })
  })
})
