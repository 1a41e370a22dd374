import { describe, expect, it } from 'vitest'
import { smallScenario } from '@/sandbox/scenarios/small-scenario'
import { evolveSource, ImpossibleSourceChange } from './evolve-source'
import { tableReader } from './read-cell'
import { rowChanges, rowCount } from './row-history'
import type { SourceChange } from './source-change'
import { findTable, type Source, withSeedKeys } from './source-model'

function makeSource(): Source {
  return withSeedKeys('shop_orchard', smallScenario().connections[0]?.source ?? [])
}

function customerOf(source: Source) {
  const table = findTable(source, 'public', 'customer')
  if (!table) throw new Error('no customer table')
  return table
}

function readColumn(source: Source, name: string): unknown[] {
  const table = customerOf(source)
  const column = table.columns.find((candidate) => candidate.name === name)
  if (!column) throw new Error(`no column ${name}`)
  const reader = tableReader(7, source, 'public', table)
  return Array.from({ length: 20 }, (_, row) => reader.read(column, row, 0))
}

describe('generated rows', () => {
  it('are the same every time, and look like what they are', () => {
    expect(readColumn(makeSource(), 'email')).toEqual(readColumn(makeSource(), 'email'))
    for (const email of readColumn(makeSource(), 'email'))
      expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z]+\.example\.(com|net|org)$/)
  })

  it('keep their values over a rename', () => {
    const renamed = evolveSource(
      makeSource(),
      { op: 'rename-column', schema: 'public', table: 'customer', column: 'email', to: 'mail' },
      'database',
    )
    expect(readColumn(renamed, 'mail')).toEqual(readColumn(makeSource(), 'email'))
  })
})

describe('row changes', () => {
  it('are every row for a reader who has seen nothing, and few later', () => {
    const table = { ...customerOf(makeSource()), rows: 2000 }
    expect(rowChanges(table, 1, null, false)).toHaveLength(2000)
    const later = { ...table, revision: 1 }
    const changes = rowChanges(later, 1, 0, false)
    expect(changes.filter(({ row }) => row >= 2000)).toHaveLength(rowCount(later) - 2000)
    expect(changes.filter(({ deleted }) => deleted).length).toBeGreaterThan(0)
    expect(changes.length).toBeLessThan(200)
  })

  it('tell of deletions even when everything is delivered again', () => {
    const table = { ...customerOf(makeSource()), rows: 2000, revision: 4 }
    const deleted = (everything: boolean) => rowChanges(table, 1, 1, everything).filter((change) => change.deleted)
    expect(deleted(true)).toEqual(deleted(false))
    expect(deleted(true).length).toBeGreaterThan(0)
  })

  it('tell a reader nothing twice', () => {
    const table = { ...customerOf(makeSource()), revision: 3 }
    expect(rowChanges(table, 1, 3, false)).toEqual([])
  })
})

describe('changes a source cannot make', () => {
  const place = { schema: 'public', table: 'customer' } as const
  it.each<[string, SourceChange]>([
    ['an unknown schema', { op: 'drop-table', schema: 'Public', table: 'customer' }],
    ['an unknown table', { op: 'drop-table', schema: 'public', table: 'Customer' }],
    ['an unknown column', { op: 'drop-column', ...place, column: 'Email' }],
    ['a key column dropped', { op: 'drop-column', ...place, column: 'id' }],
    [
      'a name taken in the destination',
      { op: 'rename-column', ...place, column: 'city', to: 'E-mail'.replace('-', '') },
    ],
    ['a key of unknown columns', { op: 'change-key', ...place, primaryKey: ['nope'] }],
  ])('refuses %s', (_, change) => {
    expect(() => evolveSource(makeSource(), change, 'database')).toThrow(ImpossibleSourceChange)
  })
})
