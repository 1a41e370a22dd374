import { describe, expect, it } from 'vitest'
import type { Change, RenameSuggestion } from '@/lib/control-loop/diff/domain/change'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { makeColumn, makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { Classification, DraftInput, KnownChange } from './draft'
import { draftProposals, rules } from './draft-proposals'

const at = (column: string) => ({ schema: 'public', table: 'customer', column })
const known = (id: string, change: Change, origin: 'source' | 'outside' = 'source'): KnownChange => ({
  id,
  change,
  severity: 'safe',
  origin,
})
const email: Classification = {
  class: 'email',
  sensitive: true,
  evidence: [{ verdict: 'for', text: 'Values match an e-mail address', measure: '498 of 500' }],
}
const added = (column: string, state: Parameters<typeof makeColumn>[0] = {}): Change => ({
  kind: 'column-added',
  path: at(column),
  revision: makeColumn(state),
})

function makeInput(changes: KnownChange[], overrides: Partial<DraftInput> = {}): DraftInput {
  const tree = makeTree({ customer: makeTable({ id: { primaryKey: true }, phone_e164: {} }) })
  return { changes, baseline: tree, tree, renames: [], classifications: new Map(), ...overrides }
}
const personal = (...columns: string[]) => new Map(columns.map((column) => [formatPath(at(column)), email]))

describe('draftProposals', () => {
  it.each<[string, KnownChange, Partial<DraftInput>, string, string[]]>([
    [
      'a personal column that syncs',
      known('c', added('mail')),
      { classifications: personal('mail') },
      'new-column-sensitive',
      ['set-column-hashed'],
    ],
    [
      'a personal column that is off',
      known('c', added('mail', { enabled: false })),
      { classifications: personal('mail') },
      'new-column-sensitive',
      ['set-column-enabled', 'set-column-hashed'],
    ],
    [
      'a personal column that is hashed already',
      known('c', added('mail', { hashed: true })),
      { classifications: personal('mail') },
      'new-column-by-policy',
      ['accept-changes'],
    ],
    [
      'a personal key, which cannot be hashed',
      known('c', added('mail', { primaryKey: true })),
      { classifications: personal('mail') },
      'new-column-by-policy',
      ['accept-changes'],
    ],
    [
      'a harmless column that is off',
      known('c', added('tier', { enabled: false })),
      {},
      'new-column-off',
      ['set-column-enabled'],
    ],
    ['a harmless column that syncs', known('c', added('tier')), {}, 'new-column-by-policy', ['accept-changes']],
    [
      'a column that is gone',
      known('c', { kind: 'column-removed', path: at('fax'), base: makeColumn() }),
      {},
      'column-gone',
      ['accept-changes'],
    ],
    [
      'a widened type',
      known('c', { kind: 'type-widened', path: at('n'), base: 'INT', revision: 'DOUBLE' }),
      {},
      'type-moved',
      ['accept-changes'],
    ],
    [
      'a new table that is off',
      known('c', {
        kind: 'table-added',
        path: { schema: 'public', table: 'event' },
        revision: makeTable({}, { enabled: false }),
      }),
      {},
      'new-table',
      ['set-table-enabled'],
    ],
    [
      'a changed key of a synced table',
      known('c', {
        kind: 'key-changed',
        path: { schema: 'public', table: 'customer' },
        base: ['id'],
        revision: ['code'],
      }),
      {},
      'key-changed',
      ['resync-table', 'accept-changes'],
    ],
    [
      'a column switched off outside',
      known('c', { kind: 'column-enablement-changed', path: at('tier'), base: true, revision: false }, 'outside'),
      {},
      'edited-outside',
      ['set-column-enabled'],
    ],
    [
      'anything else',
      known('c', { kind: 'nullability-changed', path: at('n'), base: false, revision: true }),
      {},
      'take-note',
      ['accept-changes'],
    ],
  ])('answers %s', (_name, change, overrides, ruleId, kinds) => {
    const drafts = draftProposals(makeInput([change], overrides))
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({ ruleId, changeIds: ['c'] })
    expect(drafts[0]?.actions.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('answers both halves of a suspected rename once, and carries hashing over', () => {
    const rename: RenameSuggestion = {
      schema: 'public',
      table: 'customer',
      from: 'phone',
      to: 'phone_e164',
      confidence: 0.97,
      evidence: email.evidence,
    }
    const changes = [
      known('gone', { kind: 'column-removed', path: at('phone'), base: makeColumn({ hashed: true }) }),
      known('came', added('phone_e164')),
    ]
    const drafts = draftProposals(makeInput(changes, { renames: [rename], classifications: personal('phone_e164') }))
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({ ruleId: 'likely-rename', changeIds: ['gone', 'came'] })
    expect(drafts[0]?.actions).toContainEqual({ kind: 'set-column-hashed', ...at('phone_e164'), hashed: true })
  })

  it('treats a pair as one drop and one add when either half is no longer open', () => {
    const rename: RenameSuggestion = {
      schema: 'public',
      table: 'customer',
      from: 'phone',
      to: 'phone_e164',
      confidence: 0.97,
      evidence: [],
    }
    const drafts = draftProposals(makeInput([known('came', added('phone_e164'))], { renames: [rename] }))
    expect(drafts.map(({ ruleId }) => ruleId)).toEqual(['new-column-by-policy'])
  })

  it('hashes the personal columns of a new table in the same step', () => {
    const path = { schema: 'public', table: 'event' }
    const table = makeTable({ id: { primaryKey: true }, mail: {}, _fivetran_synced: {} }, { enabled: false })
    const classifications = new Map([[formatPath({ ...path, column: 'mail' }), email]])
    const [draft] = draftProposals(
      makeInput([known('t', { kind: 'table-added', path, revision: table })], { classifications }),
    )
    expect(draft?.actions).toEqual([
      { kind: 'set-table-enabled', ...path, enabled: true },
      { kind: 'set-column-hashed', ...path, column: 'mail', hashed: true },
    ])
  })

  it('gives every rule an id and a purpose of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { purpose } of rules) expect(purpose).toMatch(/\.$/)
  })
})
