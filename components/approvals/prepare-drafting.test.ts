import { describe, expect, test } from 'vitest'
import type { Drafting, DraftSide } from '@/lib/control-loop/proposal/domain/drafting'
import {
  differs,
  draftingNote,
  isContested,
  modelRows,
  recordSentence,
  rowKey,
  rulesOnlyReason,
} from './prepare-drafting'

const side = (part: Partial<DraftSide>): DraftSide => ({
  path: 'crm.contact.email',
  setting: 'hashed',
  rules: 'yes',
  model: 'yes',
  taken: 'both',
  because: 'both say so',
  ...part,
})
const drafting = (part: Partial<Drafting>): Drafting => ({
  model: { name: 'small', promptVersion: 'draft-mapping.1', callId: 'c1' },
  withoutModel: null,
  sides: [],
  dropped: [],
  suggestions: [],
  rulesRationale: 'Because.',
  ...part,
})
const different = side({ setting: 'synced', rules: 'yes', model: 'no', taken: 'model' })
const onlyModel = side({ path: 'crm.contact.tier', rules: null, model: 'yes', taken: 'model' })
const onlyRules = side({ path: 'crm.contact.age', model: null, taken: 'rules' })

describe('rules and model side by side', () => {
  test('only where both speak can they differ', () => {
    expect([side({}), different, onlyModel, onlyRules].map(differs)).toEqual([false, true, false, false])
  })

  test('a draft on which all agree is not contested; a dropped action or a lone voice is', () => {
    expect(isContested(drafting({ sides: [side({})] }))).toBe(false)
    expect(isContested(drafting({ sides: [onlyRules] }))).toBe(true)
    expect(isContested(drafting({ dropped: [{ what: 'Hash x', reason: 'not there' }] }))).toBe(true)
  })

  test('the line counts each kind once and leaves out what there is none of', () => {
    const all = drafting({
      sides: [side({}), different, onlyModel, onlyRules],
      dropped: [{ what: 'Hash x', reason: 'not there' }],
    })
    expect(draftingNote(all)).toBe(
      '1 the same, 1 where they differ, 1 from the rules only, 1 from the model only, 1 dropped by the checker',
    )
    expect(draftingNote(drafting({ sides: [side({})] }))).toBe('1 the same')
  })

  test('rows of the change table that a model wrote are known by path, field and the value it gave', () => {
    const rows = modelRows(drafting({ sides: [side({}), different, { ...onlyModel, setting: 'key' }] }))
    expect([...rows]).toEqual([
      rowKey({ path: 'crm.contact.email', field: 'synced', proposed: 'no' }),
      rowKey({ path: 'crm.contact.tier', field: 'primary key', proposed: 'yes' }),
    ])
    expect(modelRows(null).size).toBe(0)
  })

  test('says why the rules drafted alone, and nothing where no model is set up', () => {
    const alone = drafting({ model: null, withoutModel: { why: 'budget', reason: 'the budget is spent' } })
    expect(rulesOnlyReason(alone)).toBe('the budget for models is spent')
    const other = { why: 'out-of-scope', reason: 'the table is not in the latest snapshot' }
    expect(rulesOnlyReason(drafting({ withoutModel: other }))).toBe(other.reason)
    expect(rulesOnlyReason(drafting({}))).toBeNull()
    expect(rulesOnlyReason(null)).toBeNull()
  })
})

describe('the record of others like it', () => {
  const rule = [{ source: 'rule' as const, name: 'new-column', part: 'actions' }]
  const record = {
    drafter: 'rule' as const,
    kind: 'set-column-hashed' as const,
    accepted: 46,
    edited: 1,
    rejected: 1,
    decided: 48,
    days: 90,
  }

  test('a count with its n, and that there is none yet', () => {
    expect(recordSentence({ trackRecord: record, drafters: rule })).toBe('46 of 48 like this were accepted in 90 days.')
    expect(recordSentence({ trackRecord: null, drafters: rule })).toBe('New kind: no record yet.')
  })

  test('people have none', () => {
    const person = [{ source: 'person' as const, name: 'Ada', part: 'all' }]
    expect(recordSentence({ trackRecord: null, drafters: person })).toBeNull()
    expect(recordSentence({ trackRecord: { ...record, drafter: 'person' }, drafters: person })).toBeNull()
  })
})
