import { describe, expect, it } from 'vitest'
import type { Change } from '@/lib/control-loop/diff/domain/change'
import { countSame } from './count-same'
import { makeColumn, makeTable } from './testing/make-tree'

const at = (column: string) => ({ schema: 'public', table: 'customer', column })
const revision = { tableCount: 10, columnCount: 100 }

describe('countSame', () => {
  it('counts everything when nothing changed', () => {
    expect(countSame([], revision)).toEqual({ tables: 10, columns: 100 })
  })

  it('counts a column once, however many changes are about it', () => {
    const changes: Change[] = [
      { kind: 'type-widened', path: at('age'), base: 'INT', revision: 'LONG' },
      { kind: 'nullability-changed', path: at('age'), base: false, revision: true },
      { kind: 'column-added', path: at('city'), revision: makeColumn() },
    ]
    expect(countSame(changes, revision)).toEqual({ tables: 9, columns: 98 })
  })

  it('takes nothing off for what is gone: it is not in the revision', () => {
    const changes: Change[] = [{ kind: 'table-removed', path: { schema: 'public', table: 'old' }, base: makeTable() }]
    expect(countSame(changes, revision)).toEqual({ tables: 10, columns: 100 })
  })

  it('takes a table that came off with all its columns', () => {
    const table = makeTable({ id: {}, name: {} })
    const changes: Change[] = [{ kind: 'table-added', path: { schema: 'public', table: 'fresh' }, revision: table }]
    expect(countSame(changes, revision)).toEqual({ tables: 9, columns: 98 })
  })
})
