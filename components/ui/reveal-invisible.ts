/** Controls, separators, soft hyphens, zero-width and bidi characters: whatever changes how a name reads without being seen. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u3164\uffa0]/gu

/** A hostile name in, the same name with every invisible character spelled out: `⟨U+202E⟩`. */
export function revealInvisible(text: string): string {
  return text.replace(invisible, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${code}⟩`
  })
}
