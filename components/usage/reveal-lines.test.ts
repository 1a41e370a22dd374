import { describe, expect, it } from 'vitest'
import { revealLines } from './reveal-lines'

describe('revealLines', () => {
  it('keeps lines and tabs and spells out what hides', () => {
    expect(revealLines('a\n\tb\u202ec\r\nd\u200b')).toBe('a\n\tb⟨U+202E⟩c⟨U+000D⟩\nd⟨U+200B⟩')
  })
})
