import { describe, expect, it } from 'vitest'
import { initials } from './initials'

describe('initials', () => {
  it.each([
    ['Ada Lindqvist', 'AL'],
    ['Tomás de la Herrera', 'TH'],
    ['ada.lindqvist@meridian.example', 'AL'],
    ['ci-dbt', 'CD'],
    ['Mei', 'M'],
    ['', '?'],
  ])('%s becomes %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })
})
