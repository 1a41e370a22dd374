import { describe, expect, it } from 'vitest'
import { editorsSentence } from './editors-sentence'

describe('editorsSentence', () => {
  it('names the admins to whoever may only read', () => {
    expect(editorsSentence(['Samuel Okafor', 'Ines Duarte'], false)).toBe(
      'You can read this page; Samuel Okafor and Ines Duarte can edit it.',
    )
  })

  it('tells an admin who else may', () => {
    expect(editorsSentence(['Samuel Okafor'], true)).toBe(
      'Samuel Okafor can edit this page; engineers and stewards can read it.',
    )
  })
})
