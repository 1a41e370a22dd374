import { describe, expect, test } from 'vitest'
import type { BeforeState } from '@/lib/control-loop/apply/domain/plan-step'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { editActions, editSlots, slotKey } from './prepare-edit'

const phone = { schema: 'public', table: 'customer', column: 'phone' }
const path = 'public.customer.phone'
const include: Action = { kind: 'set-column-enabled', ...phone, enabled: true }
const object = { path, enabled: false, hashed: false, primaryKey: false, syncMode: null, presence: 'present' as const }
const before: BeforeState = { paused: false, changeHandling: 'block-all', objects: [object] }

describe('editSlots', () => {
  test('offers all three switches of a column, with the live and the proposed value', () => {
    expect(editSlots([include], before).map(({ field, live, proposed }) => [field, live, proposed])).toEqual([
      ['synced', false, true],
      ['hashed', false, false],
      ['primary key', false, false],
    ])
  })

  test('offers only synced of a table, and nothing of a pause', () => {
    const slots = editSlots(
      [
        { kind: 'set-table-enabled', schema: 'public', table: 'customer', enabled: false },
        { kind: 'pause-connection' },
      ],
      before,
    )
    expect(slots.map(({ path: at, field }) => [at, field])).toEqual([['public.customer', 'synced']])
  })
})

describe('editActions', () => {
  const slots = editSlots([include], before)

  test('untouched, it gives the same actions', () => {
    expect(editActions([include], slots, {})).toEqual([include])
  })

  test('adds hashing beside the inclusion', () => {
    expect(editActions([include], slots, { [slotKey(path, 'hashed')]: true })).toEqual([
      include,
      { kind: 'set-column-hashed', ...phone, hashed: true },
    ])
  })

  test('is empty when every switch reads as the live state', () => {
    expect(editActions([include], slots, { [slotKey(path, 'synced')]: false })).toEqual([])
  })

  test('keeps what is no switch', () => {
    const resync: Action = { kind: 'resync-table', schema: 'public', table: 'customer' }
    expect(editActions([resync, include], editSlots([resync, include], before), {})).toEqual([include, resync])
  })

  test('proposes nothing about a value nobody could read unless it is switched', () => {
    const unknown = editSlots([include], { ...before, objects: [{ ...object, primaryKey: null }] })
    expect(editActions([include], unknown, {})).toEqual([include])
    expect(editActions([include], unknown, { [slotKey(path, 'primary key')]: true })).toHaveLength(2)
  })
})
