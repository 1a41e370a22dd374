import { describe, expect, test } from 'vitest'
import { type ChangeField, changeNote, feasibilityLines, groupChangeRows } from './prepare-change-rows'

const field = (path: string, name: string, moves: boolean): ChangeField => ({
  path,
  field: name,
  now: 'no',
  proposed: moves ? 'yes' : 'no',
  moves,
  note: null,
})

describe('the change table', () => {
  test('groups by object and puts what moves first', () => {
    const groups = groupChangeRows([
      field('a', 'synced', false),
      field('a', 'hashed', true),
      field('b', 'synced', true),
    ])
    expect(groups.map(({ path, rows }) => [path, rows.map((row) => row.field)])).toEqual([
      ['a', ['hashed', 'synced']],
      ['b', ['synced']],
    ])
  })

  test('counts in words', () => {
    expect(changeNote([field('a', 'synced', true), field('a', 'hashed', false)])).toBe('1 of 2 fields changes')
    expect(changeNote([field('a', 'synced', true)])).toBe('1 of 1 field changes')
    expect(changeNote([])).toBe('0 of 0 fields change')
  })

  test('says each route once and what is refused first', () => {
    const action = { kind: 'pause-connection' } as const
    const ok = { action, applyPath: 'fivetran-api', feasible: true, reason: 'Fivetran allows it.' } as const
    expect(
      feasibilityLines([ok, ok, { action, applyPath: 'not-possible', feasible: false, reason: '`id` is a key.' }]),
    ).toEqual([
      { isOpen: false, text: '`id` is a key.' },
      { isOpen: true, text: 'Through the Fivetran API. Fivetran allows it.' },
    ])
  })
})
