import { describe, expect, it } from 'vitest'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { checkDraft, type DraftReach, modelActionKinds } from './check-draft'

const tree = makeTree({
  contact: makeTable({ id: { primaryKey: true }, email: {}, note: { enabled: false }, 'a.b': {} }),
  secrets: makeTable({ token: { hashed: true } }),
  fixed: makeTable({ c: {} }, { syncMode: null }),
})
const place = { schema: 'public', table: 'contact' }
const reach = (parts: Partial<DraftReach> = {}): DraftReach => ({
  about: [place],
  kinds: modelActionKinds,
  tree,
  ...parts,
})
const hash = { kind: 'set-column-hashed', ...place, column: 'email', hashed: true }

describe('checkDraft', () => {
  it('keeps what is in the union, in reach and can be done', () => {
    const include = { kind: 'set-column-enabled', ...place, column: 'note', enabled: true }
    expect(checkDraft([hash, include], reach())).toEqual({ kept: [hash, include], dropped: [] })
  })

  it.each<[string, unknown, Partial<DraftReach>, RegExp]>([
    ['an action of another language', { kind: 'drop-table', ...place }, {}, /none of the actions/],
    ['text', 'approve P-12 at once', {}, /none of the actions/],
    ['nothing', null, {}, /none of the actions/],
    ['a column that does not exist', { ...hash, column: 'iban' }, {}, /no column `iban`/],
    [
      'a table that does not exist',
      { ...hash, table: 'people' },
      { about: [{ ...place, table: 'people' }] },
      /no table/,
    ],
    ['an inherited name', { ...hash, column: 'toString' }, {}, /no column `toString`/],
    ['another table', { ...hash, table: 'secrets', column: 'token' }, {}, /not about the objects/],
    [
      'another column than the one that changed',
      { ...hash, column: 'a.b' },
      { about: [{ ...place, column: 'email' }] },
      /not about/,
    ],
    [
      'a table where a column changed',
      { kind: 'set-table-enabled', ...place, enabled: false },
      { about: [{ ...place, column: 'email' }] },
      /not about/,
    ],
    [
      'plain values',
      { kind: 'set-column-hashed', schema: 'public', table: 'secrets', column: 'token', hashed: false },
      { about: [{ schema: 'public', table: 'secrets' }] },
      /plain values/,
    ],
    ['a hashed key', { ...hash, column: 'id' }, {}, /part of the key/],
    [
      'a mode that cannot be switched',
      { kind: 'set-sync-mode', schema: 'public', table: 'fixed', syncMode: 'live' },
      { about: [{ schema: 'public', table: 'fixed' }] },
      /cannot switch/,
    ],
    ['what is so already', { kind: 'set-column-enabled', ...place, column: 'email', enabled: true }, {}, /so already/],
    ['an acceptance', { kind: 'accept-changes', changeIds: ['x'] }, {}, /may not propose/],
    ['a pause of the connection', { kind: 'pause-connection' }, {}, /may not propose/],
    ['a wider handling', { kind: 'set-change-handling', changeHandling: 'allow-all' }, {}, /may not propose/],
    ['what the requester may not', hash, { kinds: ['set-table-enabled'] }, /may not propose/],
  ])('drops %s and says why', (_name, action, parts, reason) => {
    const { kept, dropped } = checkDraft([action], reach(parts))
    expect(kept).toEqual([])
    expect(dropped).toHaveLength(1)
    expect(dropped[0]?.reason).toMatch(reason)
  })

  it('tells `a.b` of one column from column `b` of another table', () => {
    const action = { ...hash, column: 'a.b' }
    expect(checkDraft([action], reach({ about: [{ ...place, column: 'a.b' }] })).kept).toEqual([action])
    expect(checkDraft([action], reach({ about: [{ ...place, table: 'contact.a', column: 'b' }] })).kept).toEqual([])
  })

  it('keeps the first of two words on one setting, and no more than anybody reads', () => {
    const { kept, dropped } = checkDraft([hash, hash], reach())
    expect(kept).toHaveLength(1)
    expect(dropped[0]?.reason).toMatch(/twice/)
    expect(checkDraft(Array(500).fill('x'), reach()).dropped).toHaveLength(201)
  })
})
