import { describe, expect, it } from 'vitest'
import { sampleInputs } from '@/lib/capabilities/model/tasks/testing/sample-inputs'
import { draftMappingOutput } from './output'
import { readDraft } from './read-draft'

const input = { ...sampleInputs('contact')['draft-mapping'], schema: 'crm', table: 'con\u200btact' }
const hash = (column: string) => ({
  kind: 'set-column-hashed' as const,
  schema: 'crm',
  table: 'con[U+200B]tact',
  column,
  hashed: true,
})

describe('readDraft', () => {
  it('finds names again that were shown spelled out', () => {
    const { actions } = readDraft({ rationale: 'r', actions: [hash('e[U+00AD]mail')], suggestions: [] }, input, [
      'e\u00admail',
    ])
    expect(actions).toEqual([{ ...hash('e\u00admail'), table: 'con\u200btact' }])
  })

  it('does not guess between two names that look the same', () => {
    const { actions } = readDraft({ rationale: 'r', actions: [hash('a[U+200B]')], suggestions: [] }, input, [
      'a\u200b',
      'a[U+200B]',
    ])
    expect(actions[0]).toMatchObject({ column: 'a[U+200B]' })
  })

  it('spells out what a model hides in its texts, and cuts them', () => {
    const { rationale } = readDraft(
      { rationale: `ok\u202e${'x'.repeat(3_000)}`, actions: [], suggestions: [] },
      input,
      [],
    )
    expect(rationale).toMatch(/^ok\[U\+202E\]x+…$/)
    expect(rationale.length).toBeLessThan(2_050)
  })

  it('leaves out suggestions about columns nobody has, and targets that are none', () => {
    const suggestion = { about: 'target-column' as const, reason: 'same meaning' }
    const { suggestions } = readDraft(
      {
        rationale: 'r',
        actions: [],
        suggestions: [
          { ...suggestion, column: 'mail', value: 'email' },
          { ...suggestion, column: 'mail', value: 'passwords' },
          { ...suggestion, column: 'ghost', value: 'email' },
          { about: 'description', column: '', value: 'A person.', reason: 'by its name' },
        ],
      },
      { ...input, table: 'contact' },
      ['mail', 'email'],
    )
    expect(suggestions).toEqual([
      { path: 'crm.contact.mail', about: 'target-column', value: 'email', reason: 'same meaning' },
      { path: 'crm.contact', about: 'description', value: 'A person.', reason: 'by its name' },
    ])
  })
})

describe('the form of a draft', () => {
  it.each([
    ['an action outside the union', { kind: 'drop-table', schema: 'crm', table: 'contact' }],
    ['an approval', { kind: 'approve', proposal: 'P-1' }],
    ['a key the form does not have', { ...hash('mail'), risk: 'low', extra: true }],
    ['a mode nobody knows', { kind: 'set-sync-mode', schema: 'crm', table: 'contact', syncMode: 'truncate' }],
  ])('%s never becomes one of ours', (_name, action) => {
    const parsed = draftMappingOutput.safeParse({ rationale: 'r', actions: [action], suggestions: [] })
    expect(parsed.success ? Object.keys(parsed.data.actions[0] ?? {}) : []).not.toContain('risk')
    if (!('hashed' in action)) expect(parsed.success).toBe(false)
  })
})
