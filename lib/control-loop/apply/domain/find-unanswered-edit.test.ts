import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { findUnansweredEdit, type OutsideEdit } from './find-unanswered-edit'

const email = { schema: 'public', table: 'customer', column: 'email' }
const edit: OutsideEdit = { id: 'c1', kind: 'column-hash-changed', ...email }
const handling: OutsideEdit = { id: 'c2', kind: 'change-handling-changed', schema: null, table: null, column: null }
const hash: Action = { kind: 'set-column-hashed', ...email, hashed: true }
const nothing = new Set<string>()

describe('an edit made outside', () => {
  it('stands in the way of a change to the same object', () => {
    expect(findUnansweredEdit([hash], [edit], nothing)).toBe(edit)
  })
  it('leaves every other object alone', () => {
    expect(findUnansweredEdit([{ ...hash, column: 'phone' }], [edit, handling], nothing)).toBeNull()
    expect(findUnansweredEdit([{ kind: 'pause-connection' }], [edit, handling], nothing)).toBeNull()
  })
  it('lets through the change that answers it: the one that sets it back, and the one that adopts it', () => {
    expect(findUnansweredEdit([hash], [edit], new Set(['c1']))).toBeNull()
    expect(findUnansweredEdit([hash, { kind: 'accept-changes', changeIds: ['c1'] }], [edit], nothing)).toBeNull()
  })
  it('of the handling of new things meets a change of that handling', () => {
    expect(
      findUnansweredEdit([{ kind: 'set-change-handling', changeHandling: 'block-all' }], [handling], nothing),
    ).toBe(handling)
  })
})
