import { describe, expect, it } from 'vitest'
import { knownNames } from '@/lib/capabilities/model/domain/known-names'
import { readClasses } from './classify-columns'
import { classifyColumnsOutput } from './output'

describe('classify-columns', () => {
  it('knows no class beside the catalog’s', () => {
    const answer = (name: string) => ({ columns: [{ column: 'mail', classes: [name], reason: 'by its name' }] })
    expect(classifyColumnsOutput.safeParse(answer('email')).success).toBe(true)
    expect(classifyColumnsOutput.safeParse(answer('none')).success).toBe(true)
    expect(classifyColumnsOutput.safeParse(answer('harmless')).success).toBe(false)
  })

  it('reads each column once, with three classes at most, and no column it was not shown', () => {
    const columns = readClasses(
      {
        columns: [
          { column: 'mail', classes: ['email', 'email', 'username', 'none', 'phone'], reason: 'r\u200b' },
          { column: 'mail', classes: ['none'], reason: 'again' },
          { column: 'ghost', classes: ['email'], reason: 'invented' },
          { column: 'id', classes: [], reason: 'nothing said' },
        ],
      },
      knownNames(['mail', 'id']),
    )
    expect(columns).toEqual([{ column: 'mail', classes: ['email', 'username', 'none'], reason: 'r[U+200B]' }])
  })
})
