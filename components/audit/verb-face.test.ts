import { describe, expect, it } from 'vitest'
import { verbFace } from './verb-face'

describe('verbFace', () => {
  it('draws an approval as an open, dry gate', () => {
    expect(verbFace('proposal.approved').glyph).toBe('approved')
  })

  it('draws what was refused or failed as a jammed cross, whatever it was', () => {
    expect(verbFace('sign-in.refused').glyph).toBe('failed')
    expect(verbFace('apply-step.failed').glyph).toBe('failed')
  })

  it('keeps the gate away from plain reading', () => {
    expect(verbFace('snapshot.captured')).toEqual({ glyph: null, colour: 'text-ink-2' })
  })

  it('knows nothing of names it does not have, such as those of Object', () => {
    expect(verbFace('toString').glyph).toBeNull()
  })
})
