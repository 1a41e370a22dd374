import { describe, expect, it } from 'vitest'
import type { CatalogColumn, ColumnClassView } from '@/lib/capabilities/catalog/contract'
import { leadingEvidence } from './leading-evidence'
import { acceptableClass, isInPlainText, isUndecided, landingWords } from './prepare-decision'

const judged: ColumnClassView = {
  class: 'email',
  sensitive: true,
  recognisedClass: 'email',
  evidence: [],
  judgedAt: '2026-11-12T10:42:00Z',
  decided: null,
  fresh: null,
}
const decided = { by: 'Ada', at: '2026-11-12T10:42:00Z' }

function column(over: Partial<ColumnClassView> | null, facts: Partial<CatalogColumn> = {}): CatalogColumn {
  return {
    name: 'email',
    destinationName: 'email',
    type: 'text',
    primaryKey: false,
    synced: true,
    hashed: false,
    isGone: false,
    isSystem: false,
    class: over && { ...judged, ...over },
    ...facts,
  }
}

describe('acceptableClass', () => {
  it('is what the rules say until a person decides', () => {
    expect(acceptableClass(column({}))).toEqual({ class: 'email' })
    expect(acceptableClass(column({ class: null, recognisedClass: null }))).toEqual({ class: null })
    expect(acceptableClass(column({ decided }))).toBeNull()
    expect(acceptableClass(column(null))).toBeNull()
  })

  it('is what changed rules say while they wait for an answer, decided or not', () => {
    const fresh = { class: 'phone' as const, evidence: [] }
    expect(acceptableClass(column({ fresh }))).toEqual({ class: 'phone' })
    expect(acceptableClass(column({ fresh, decided }))).toEqual({ class: 'phone' })
  })
})

describe('isUndecided', () => {
  it('asks about classes and flips, not about columns in which nothing was found', () => {
    expect(isUndecided(column({}))).toBe(true)
    expect(isUndecided(column({ decided }))).toBe(false)
    expect(isUndecided(column({ class: null }))).toBe(false)
    expect(isUndecided(column({ class: null, decided, fresh: { class: 'phone', evidence: [] } }))).toBe(true)
  })
})

describe('how a column lands', () => {
  it.each([
    ['plain text', {}, true],
    ['hashed', { hashed: true }, false],
    ['off', { synced: false }, false],
    ['gone', { isGone: true }, false],
  ] as const)('%s', (words, facts, isPlain) => {
    expect(landingWords(column({}, facts))).toBe(words)
    expect(isInPlainText(column({}, facts))).toBe(isPlain)
  })

  it('is no trouble when nothing sensitive lands', () => {
    expect(isInPlainText(column({ class: 'free-text', sensitive: false }))).toBe(false)
  })
})

describe('leadingEvidence', () => {
  const line = (verdict: 'for' | 'against', text: string, measure: string | null) => ({ verdict, text, measure })

  it('puts what was counted before what was read, and never what speaks against', () => {
    const read = line('for', 'the name ends in `email`', null)
    expect(leadingEvidence([read, line('for', 'values match an e-mail address', '498 of 500')])).toBe(
      'values match an e-mail address, 498 of 500',
    )
    expect(leadingEvidence([line('against', 'values are yes or no', '9 of 9'), read])).toBe('the name ends in `email`')
    expect(leadingEvidence([])).toBeNull()
  })
})
