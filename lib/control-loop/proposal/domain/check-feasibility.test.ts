import { describe, expect, it } from 'vitest'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { Action } from './action'
import { checkFeasibility } from './check-feasibility'

const tree = makeTree({
  customer: makeTable({
    id: {
      primaryKey: true,
      lock: { code: 'system', reason: 'Column does not support exclusion as it is a Primary Key' },
    },
    email: {},
    fax: { inSource: false, lock: { code: 'deleted', reason: null } },
  }),
  audit: makeTable({ note: {} }, { supportsColumns: false }),
  plan: makeTable({}, { lock: { code: 'system', reason: null }, syncMode: null }),
})
const column = (table: string, name: string) => ({ schema: 'public', table, column: name })

describe('checkFeasibility', () => {
  it.each<[string, Action, boolean, RegExp]>([
    ['hashing a column', { kind: 'set-column-hashed', ...column('customer', 'email'), hashed: true }, true, /allows/],
    ['hashing a key', { kind: 'set-column-hashed', ...column('customer', 'id'), hashed: true }, false, /key/],
    [
      'excluding a key',
      { kind: 'set-column-enabled', ...column('customer', 'id'), enabled: false },
      false,
      /Primary Key/,
    ],
    [
      'touching a column that is gone',
      { kind: 'set-column-enabled', ...column('customer', 'fax'), enabled: false },
      false,
      /gone from the source/,
    ],
    [
      'a column that does not exist',
      { kind: 'set-column-hashed', ...column('customer', 'Email'), hashed: true },
      false,
      /no column/,
    ],
    [
      'a table that does not exist',
      { kind: 'set-table-enabled', schema: 'public', table: 'lead', enabled: true },
      false,
      /no table/,
    ],
    [
      'a name of every object',
      { kind: 'set-column-hashed', ...column('customer', '__proto__'), hashed: true },
      false,
      /no column/,
    ],
    [
      'columns of a table without column settings',
      { kind: 'set-column-enabled', ...column('audit', 'note'), enabled: false },
      false,
      /no column settings/,
    ],
    ['a locked table', { kind: 'set-table-enabled', schema: 'public', table: 'plan', enabled: false }, false, /keeps/],
    [
      'a mode that cannot switch',
      { kind: 'set-sync-mode', schema: 'public', table: 'plan', syncMode: 'history' },
      false,
      /keeps|cannot switch/,
    ],
    ['accepting changes', { kind: 'accept-changes', changeIds: ['c1'] }, true, /Recorded by Headgate/],
    [
      'a rename to a column that is not there',
      { kind: 'confirm-rename', schema: 'public', table: 'customer', from: 'fax', to: 'fax2' },
      false,
      /no column/,
    ],
  ])('judges %s', (_name, action, feasible, reason) => {
    const checked = checkFeasibility(action, tree)
    expect(checked.feasible).toBe(feasible)
    expect(checked.reason).toMatch(reason)
    expect(checked.applyPath === 'not-possible').toBe(!feasible)
  })
})
