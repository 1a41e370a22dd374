import { describe, expect, it } from 'vitest'
import { navWidthOn } from './nav-width'

describe('navWidthOn', () => {
  it.each([
    ['/', 'wide'],
    ['/connections', 'wide'],
    ['/connections/01a/overview', 'wide'],
    ['/connections/01a/schema', 'rail'],
    ['/connections/01a/compare', 'rail'],
    ['/approvals', 'rail'],
    ['/approvals/01a', 'rail'],
    ['/apply-runs', 'wide'],
    ['/apply-runs/01a', 'rail'],
    ['/settings/people', 'rail'],
  ])('begins %s %s', (pathname, width) => {
    expect(navWidthOn(pathname, null)).toBe(width)
  })
  it('keeps what a person chose everywhere', () => {
    expect(navWidthOn('/approvals', 'wide')).toBe('wide')
    expect(navWidthOn('/', 'rail')).toBe('rail')
  })
})
