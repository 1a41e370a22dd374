import { describe, expect, test } from 'vitest'
import { revealInvisible } from './reveal-invisible'

describe('revealInvisible', () => {
  test.each([
    ['abc\u202Ecod', 'abc⟨U+202E⟩cod'],
    ['a\u200Bb', 'a⟨U+200B⟩b'],
    ['line\nbreak', 'line⟨U+000A⟩break'],
    ['tag\u{E0041}', 'tag⟨U+E0041⟩'],
    ['Größe 名前 customer', 'Größe 名前 customer'],
  ])('spells out what cannot be seen in %j', (text, shown) => {
    expect(revealInvisible(text)).toBe(shown)
  })
})
