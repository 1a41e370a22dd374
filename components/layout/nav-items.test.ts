import { describe, expect, it } from 'vitest'
import { isCurrentItem } from './nav-items'

describe('isCurrentItem', () => {
  it.each([
    ['/', '/', true],
    ['/', '/approvals', false],
    ['/approvals', '/approvals/P-1485', true],
    ['/connections', '/connections-old', false],
    ['/settings', '/settings', true],
  ])('%s on %s is %s', (href, pathname, expected) => {
    expect(isCurrentItem(href, pathname)).toBe(expected)
  })
})
