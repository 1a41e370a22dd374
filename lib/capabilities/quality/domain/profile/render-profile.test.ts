import { describe, expect, it } from 'vitest'
import { renderProfile } from './render-profile'
import type { ColumnProfile } from './table-profile'

const column = (more: Partial<ColumnProfile>): ColumnProfile => ({
  column: 'a',
  typeSpelling: 'text',
  kind: 'text',
  isSensitive: false,
  nulls: null,
  distinct: null,
  min: null,
  max: null,
  mean: null,
  deviation: null,
  notFinite: null,
  length: null,
  quantiles: null,
  histogram: null,
  topValues: null,
  masks: null,
  remarks: [],
  ...more,
})

describe('renderProfile', () => {
  it('shows what is unmeasured as such, never as zero, and lets no value move the cursor', () => {
    const text = renderProfile({
      schema: 'crm',
      table: 'contact',
      rows: 2_000_000,
      syncedAfter: null,
      sample: { rows: 40_000, seed: 17, rankErrorMax: 0.0081, shareErrorMax: 0.0049 },
      newestSyncedAt: null,
      deletedRows: 3,
      key: { columns: ['id'], duplicateRows: 64, shareOfKeys: 1 / 64 },
      columns: [
        column({ column: 'place', kind: 'other', typeSpelling: 'point' }),
        column({
          nulls: 500_000,
          distinct: { count: 1_234, method: 'sketch', relativeError: 0.1 },
          min: 'x\u001b[2J',
          max: 'y'.repeat(99),
          isSensitive: true,
        }),
      ],
      faults: [
        {
          column: 'place',
          reason: 'type-not-aggregatable',
          sentence: 'Values of place (point) can be counted and not compared.',
        },
      ],
    })
    const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))
    expect(lines.slice(0, 3)).toEqual([
      'crm.contact: 2,000,000 rows',
      'Quantiles, histograms and frequent values from about 40,000 rows: ranks within 0.81 % (99 %), shares within 0.49 % (95 %).',
      'Key id: 64 duplicate rows by 1.56 % of the keys.',
    ])
    expect(lines[6]).toBe('place | point | · | · | · | · | · | · | ·')
    expect(lines[7]).toBe(`a | text | 25.0 % | ~1,234 | x [2J | · | ${'y'.repeat(27)}… | · | · | sensitive`)
    expect(lines[8]).toBe('! Values of place (point) can be counted and not compared.')
  })
})
