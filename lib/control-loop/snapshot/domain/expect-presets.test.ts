import { expect, it } from 'vitest'
import type { Preset } from '@/lib/control-loop/proposal/domain/action'
import { expectPresets } from './expect-presets'
import { makeTable, makeTree } from './testing/make-tree'

const lock = { code: 'system' as const, reason: null }
const tree = makeTree({
  customer: { ...makeTable({ id: { primaryKey: true, lock }, email: {}, note: {} }), syncMode: 'soft-delete' },
  refund: { ...makeTable({ id: {} }), syncMode: null },
})
const column = (name: string, enabled: boolean, hashed = false): Preset => ({
  kind: 'preset-column',
  schema: 'public',
  table: 'customer',
  column: name,
  enabled,
  hashed,
})

it('puts what was approved in place of what was found', () => {
  const expected = expectPresets(tree, [
    { kind: 'preset-change-handling', changeHandling: 'block-all' },
    { kind: 'preset-table', schema: 'public', table: 'customer', enabled: true, syncMode: 'history' },
    { kind: 'preset-table', schema: 'public', table: 'refund', enabled: false, syncMode: 'history' },
    column('email', true, true),
    column('note', false),
  ])
  expect(expected.changeHandling).toBe('block-all')
  expect(expected.schemas.public?.tables).toMatchObject({
    customer: { syncMode: 'history', columns: { email: { hashed: true }, note: { enabled: false } } },
    refund: { enabled: false, syncMode: null },
  })
  expect(tree.schemas.public?.tables.customer?.columns.email?.hashed).toBe(false)
})

it('leaves what nobody could have otherwise', () => {
  const expected = expectPresets(tree, [
    column('id', false, true),
    column('gone', true, true),
    { kind: 'preset-table', schema: 'other', table: 'customer', enabled: false, syncMode: null },
  ])
  expect(expected).toEqual(tree)
})
