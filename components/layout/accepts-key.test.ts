import { describe, expect, it } from 'vitest'
import { acceptsKey, type KeyFacts } from './accepts-key'

const pressed = (facts: Partial<KeyFacts>): KeyFacts => ({
  key: 'a',
  hasModifier: false,
  hasShift: false,
  isRepeat: false,
  isComposing: false,
  wasHandled: false,
  isInText: false,
  isOnControl: false,
  isLayerOpen: false,
  hasSingleKeys: true,
  ...facts,
})

describe('acceptsKey', () => {
  it('takes a plain letter on the page', () => {
    expect(acceptsKey(pressed({}))).toBe(true)
  })

  it.each<[string, Partial<KeyFacts>]>([
    ['in a field', { isInText: true }],
    ['with a modifier', { hasModifier: true }],
    ['while a dialog is open', { isLayerOpen: true }],
    ['while it repeats', { isRepeat: true }],
    ['while a character is composed', { isComposing: true }],
    ['when something else took it', { wasHandled: true }],
    ['when the person switched letters off', { hasSingleKeys: false }],
    ['when Shift makes it a capital', { hasShift: true, key: 'A' }],
  ])('never fires %s', (_, facts) => {
    expect(acceptsKey(pressed(facts))).toBe(false)
  })

  it('lets Shift make a question mark', () => {
    expect(acceptsKey(pressed({ key: '?', hasShift: true }))).toBe(true)
  })

  it('leaves Enter and Space to the button that has focus', () => {
    expect(acceptsKey(pressed({ key: 'Enter', isOnControl: true }))).toBe(false)
    expect(acceptsKey(pressed({ key: ' ', isOnControl: true }))).toBe(false)
    expect(acceptsKey(pressed({ key: 'Enter' }))).toBe(true)
  })

  it('keeps Escape and arrows when letters are off', () => {
    expect(acceptsKey(pressed({ key: 'Escape', hasSingleKeys: false }))).toBe(true)
    expect(acceptsKey(pressed({ key: 'ArrowDown', hasSingleKeys: false }))).toBe(true)
  })
})
