import { describe, expect, it } from 'vitest'
import type { ColumnProfile } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { prepareProfileColumn } from './prepare-profile-column'

const column: ColumnProfile = {
  column: 'status',
  typeSpelling: 'text',
  kind: 'text',
  isSensitive: false,
  nulls: 60,
  distinct: { count: 4, method: 'exact', relativeError: 0 },
  min: null,
  max: null,
  mean: null,
  deviation: null,
  notFinite: null,
  length: { min: 2, max: 9, mean: 4 },
  quantiles: null,
  histogram: null,
  topValues: {
    values: [
      { value: 'paid', rows: 30 },
      { value: 'open', rows: 5 },
    ],
    outOf: 40,
    isSampled: false,
  },
  masks: null,
  remarks: [],
}

describe('prepareProfileColumn', () => {
  it('names the commonest of a few values and what share is empty', () => {
    expect(prepareProfileColumn(column, 100)).toEqual({
      empty: '60',
      isSparse: true,
      distinct: '10',
      values: 'paid, open, +2',
    })
  })
  it('shows no value of a sensitive column, and nothing for what was not measured', () => {
    expect(prepareProfileColumn({ ...column, isSensitive: true }, 100).values).toBe('not shown, 2 to 9 long')
    expect(prepareProfileColumn({ ...column, nulls: null, distinct: null }, 100)).toMatchObject({
      empty: null,
      distinct: null,
    })
    expect(prepareProfileColumn(column, 0).empty).toBeNull()
  })
})
