import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { makeColumn, makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { diffTrees } from '../diff-trees'
import { pairRenames, renameThreshold } from './pair-renames'
import { pairTableRenames } from './pair-table-renames'
import type { RenameCandidate, RenameContext } from './rename-context'
import { suggestRenames } from './suggest-renames'

const at = { schema: 'public', table: 'customer' }
const columns = (names: (string | [string, Partial<ColumnState>])[]): RenameCandidate[] =>
  names.map((entry) => {
    const [column, state] = typeof entry === 'string' ? [entry, {}] : entry
    return { ...at, column, state: makeColumn(state) }
  })
const pair = (
  removed: Parameters<typeof columns>[0],
  added: Parameters<typeof columns>[0],
  context: Partial<RenameContext> = {},
) => pairRenames(columns(removed), columns(added), { decisions: [], ...context })
const said = (found: ReturnType<typeof pair>) => found.suggestions.map(({ from, to }) => `${from} → ${to}`)

describe('pairRenames', () => {
  it('suggests a new spelling of the same name', () => {
    expect(said(pair(['acct_id', 'phone'], ['accountId', 'city']))).toEqual(['acct_id → accountId'])
  })

  it('suggests a word replaced throughout', () => {
    expect(said(pair(['lead_budget', 'lead_owner'], ['prospect_budget', 'prospect_owner'])).sort()).toEqual([
      'lead_budget → prospect_budget',
      'lead_owner → prospect_owner',
    ])
  })

  it.each([
    [['start_date'], ['end_date']],
    [['address'], ['street', 'city', 'zip']],
    [['name'], ['first_name', 'last_name']],
    [['order_id'], ['partner_key']],
    [['email'], [['email_verified', { type: 'BOOLEAN' }]]],
  ] as const)('does not suggest %j for %j', (removed, added) => {
    expect(said(pair([...removed], [...added] as Parameters<typeof columns>[0]))).toEqual([])
  })

  it('lets rows settle what names leave open, either way', () => {
    const row = { ...at, from: 'max_serve', to: 'client_capacity' }
    expect(said(pair(['max_serve'], ['client_capacity']))).toEqual([])
    const equal = pair(['max_serve'], ['client_capacity'], { valueEvidence: [{ ...row, compared: 500, equal: 498 }] })
    expect(said(equal)).toEqual(['max_serve → client_capacity'])
    expect(equal.suggestions[0]?.evidence).toContainEqual({
      verdict: 'for',
      text: 'Rows hold the same value in both',
      measure: '498 of 500',
    })
    const few = pair(['max_serve'], ['client_capacity'], { valueEvidence: [{ ...row, compared: 3, equal: 3 }] })
    expect(said(few)).toEqual([])
    const unlike = { ...at, from: 'mail', to: 'mail_address', compared: 400, equal: 2 }
    expect(said(pair(['mail'], ['mail_address'], { valueEvidence: [unlike] }))).toEqual([])
  })

  it('follows the rename of a table it refers to', () => {
    const context = { tableRenames: [{ from: 'inventories', to: 'storage_locations' }] }
    expect(said(pair(['inventory_id', 'x'], ['storage_location_id', 'y'], context))).toEqual([
      'inventory_id → storage_location_id',
    ])
  })

  it('never brings up what a person refused, and keeps what a person confirmed', () => {
    const refused = { ...at, from: 'acct_id', to: 'account_id', same: false }
    expect(pair(['acct_id'], ['account_id'], { decisions: [refused] })).toEqual({ suggestions: [], suspected: [] })
    const confirmed = { ...at, from: 'aaa', to: 'zzz', same: true }
    expect(pair(['aaa'], ['zzz'], { decisions: [confirmed] }).suggestions).toMatchObject([{ confidence: 1 }])
  })

  it('says so when two fit as well, and leaves it at a suspicion', () => {
    const found = pair(['contact_fax_number'], ['contact_code_number', 'contact_kind_number'])
    expect(said(found)).toEqual([])
    const texts = found.suspected.flatMap(({ evidence }) => evidence.map(({ text }) => text))
    expect(texts.some((text) => text.endsWith('fits as well'))).toBe(true)
  })

  it('pairs within one table only', () => {
    const other = [{ ...at, table: 'order', column: 'account_id', state: makeColumn() }]
    expect(pairRenames(columns(['acct_id']), other, { decisions: [] }).suggestions).toEqual([])
  })

  it('is one-to-one, stable under order, and honest about its threshold', () => {
    const word = fc.constantFrom('order', 'cust', 'id', 'name', 'date', 'start', 'end', 'acct', 'account', 'total')
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('_'))
    const list = fc.uniqueArray(name, { maxLength: 6 })
    fc.assert(
      fc.property(list, list, (removed, added) => {
        const found = pair(removed, added)
        expect(pair([...removed].reverse(), [...added].reverse())).toEqual(found)
        const all = [...found.suggestions, ...found.suspected]
        expect(new Set(all.map(({ from }) => from)).size).toBe(all.length)
        expect(new Set(all.map(({ to }) => to)).size).toBe(all.length)
        for (const { confidence } of found.suggestions) expect(confidence).toBeGreaterThanOrEqual(renameThreshold)
        for (const { confidence } of found.suspected) expect(confidence).toBeLessThan(renameThreshold)
      }),
    )
  })
})

describe('suggestRenames', () => {
  it('takes the removed and added columns of a change set', () => {
    const base = makeTree({ t: makeTable({ id: {}, cust_no: {} }) })
    const revision = makeTree({ t: makeTable({ id: {}, customerNumber: {} }) })
    const { suggestions } = suggestRenames(diffTrees(base, revision), { decisions: [] })
    expect(suggestions).toMatchObject([{ schema: 'public', table: 't', from: 'cust_no', to: 'customerNumber' }])
  })
})

describe('pairTableRenames', () => {
  const table = (name: string, names: string[]) => ({
    schema: 'public',
    table: name,
    state: makeTable(Object.fromEntries(names.map((column) => [column, {}]))),
  })
  it('pairs a table with the one that has its columns', () => {
    const removed = [table('ticket', ['id', 'comment', 'partner_id'])]
    const added = [
      table('distribution', ['id', 'comment', 'partner_id', 'state']),
      table('audit', ['id', 'created_at']),
    ]
    expect(pairTableRenames(removed, added)).toMatchObject([{ from: 'ticket', to: 'distribution' }])
  })
  it('does not pair tables that share only what every table has', () => {
    expect(pairTableRenames([table('a', ['id', 'created_at'])], [table('b', ['id', 'created_at'])])).toEqual([])
  })
})
