import { describe, expect, it } from 'vitest'
import { judgeTable } from '../column/judge-table'
import { weighMeasure } from '../column/weigh-measure'
import { chooseEdges } from './choose-edges'
import { compareProfiles } from './compare-profiles'
import { countDays } from './count-days'
import { othersLabel, pairCategories } from './pair-categories'
import type { ComparableColumn, ProfileSide } from './profile-side'
import { shareEdges } from './share-edges'

const column = (over: Partial<ComparableColumn> = {}): ComparableColumn => ({
  column: 'a',
  kind: 'number',
  isSensitive: false,
  histogram: null,
  nulls: 0,
  min: null,
  max: null,
  notFinite: null,
  distinct: null,
  topValues: null,
  quantiles: null,
  ...over,
})
const side = (rows: number, columns: ComparableColumn[], keyColumns: string[] = []): ProfileSide => ({
  rows,
  columns,
  keyColumns,
})
const top = (values: Record<string, number>, outOf: number) => ({
  values: Object.entries(values).map(([value, rows]) => ({ value, rows })),
  outOf,
  isSampled: false,
})
const histogram = (edges: number[], counts: number[]) => ({ edges, counts, isSampled: false })

describe('edges', () => {
  it('stay as they were and gain the quantiles of a bin that became too full', () => {
    const { a, ...others } = Object.fromEntries(
      chooseEdges([
        column({
          histogram: histogram([1, 2], [10, 10, 980]),
          quantiles: {
            points: [
              [0.01, 1],
              [0.5, 40],
              [0.95, 60],
            ],
          },
        }),
        column({ column: 'when', kind: 'moment', histogram: histogram([1], [1, 1]) }),
        column({ column: 'unmeasured' }),
      ]),
    )
    expect(a).toEqual([1, 2, 40, 60])
    expect(others).toEqual({})
  })

  it('are a hundred at most', () => {
    const edges = Array.from({ length: 100 }, (_, at) => at)
    const counts = [...edges.map(() => 0), 1_000]
    const quantiles = { points: [[0.5, 500] as const] }
    expect(chooseEdges([column({ histogram: histogram(edges, counts), quantiles })]).get('a')).toEqual(edges)
  })

  it('that only one side has are given up, and no row with them', () => {
    const whole = (edges: number[], cells: number[]) => ({
      edges,
      below: cells[0] ?? 0,
      counts: cells.slice(1, -1),
      above: cells.at(-1) ?? 0,
      min: null,
      max: null,
      nulls: 0,
      nan: 0,
      positiveInfinity: 0,
      negativeInfinity: 0,
    })
    const pair = shareEdges(whole([1, 3], [5, 6, 7]), whole([1, 2, 3, 4], [1, 2, 3, 4, 5]))
    expect(pair?.[0]).toMatchObject({ edges: [1, 3], below: 5, counts: [6], above: 7 })
    expect(pair?.[1]).toMatchObject({ edges: [1, 3], below: 1, counts: [5], above: 9 })
    expect(shareEdges(whole([1], [1, 1]), whole([2], [1, 1]))).toBeNull()
  })
})

describe('categories', () => {
  it('are named where both sides know how often they hold them; the rest is others', () => {
    const pair = pairCategories(
      column({ topValues: top({ x: 60, y: 30 }, 100) }),
      column({ topValues: top({ x: 50, z: 50 }, 100) }),
    )
    // The baseline may hold z among its others, so z is no category of its own; that y is gone is known.
    expect(Object.fromEntries(pair?.baseline ?? [])).toEqual({ x: 60, y: 30, [othersLabel]: 10 })
    expect(Object.fromEntries(pair?.current ?? [])).toEqual({ x: 50, [othersLabel]: 50 })
    expect(pair?.isComplete).toBe(false)
  })

  it('say nothing where most rows have no name', () => {
    const rare = column({ topValues: top({ x: 10 }, 100) })
    expect(pairCategories(rare, rare)).toBeNull()
    expect(pairCategories(column(), rare)).toBeNull()
  })
})

describe('two measurements of a table', () => {
  const shares = (x: number) => column({ column: 'currency', kind: 'text', topValues: top({ x, y: 1_000 - x }, 1_000) })
  const verdictsOf = (before: ProfileSide, now: ProfileSide) => {
    const compared = compareProfiles(before, now)
    const judged = judgeTable(compared.map(({ measure }) => weighMeasure(measure)))
    return compared.map(({ column: name, by }, at) => [name, by, judged[at]?.verdict])
  }

  it('find categories that moved, and nothing in the same rows', () => {
    expect(verdictsOf(side(1_000, [shares(900)]), side(1_000, [shares(700)]))).toEqual([
      ['currency', 'categories', 'drift'],
    ])
    expect(verdictsOf(side(1_000, [shares(900)]), side(1_000, [shares(900)]))).toEqual([
      ['currency', 'categories', 'stable'],
    ])
  })

  it('cannot tell from too few rows', () => {
    const few = column({ column: 'currency', kind: 'text', topValues: top({ x: 50, y: 50 }, 100) })
    expect(verdictsOf(side(100, [few]), side(100, [few]))).toEqual([['currency', 'categories', 'cannot-tell']])
  })

  it('judge what is sensitive by counts alone and show none of its values', () => {
    const secret = (nulls: number) =>
      column({ column: 'email', kind: 'text', isSensitive: true, nulls, topValues: top({ 'a@b.example': 900 }, 1_000) })
    const [compared] = compareProfiles(side(1_000, [secret(0)]), side(1_000, [secret(300)]))
    expect(compared).toMatchObject({ by: 'counts', isSensitive: true, bins: [] })
    expect(JSON.stringify(compared)).not.toContain('a@b.example')
    expect(verdictsOf(side(1_000, [secret(0)]), side(1_000, [secret(300)]))).toEqual([['email', 'counts', 'drift']])
  })

  it('do not call a key or a moment drifted because time went on', () => {
    const grown = (edge: number[]) => [
      column({ column: 'id', histogram: histogram([100, 200], edge) }),
      column({ column: 'created_at', kind: 'moment', histogram: histogram([100, 200], edge) }),
    ]
    const verdicts = verdictsOf(side(1_000, grown([500, 400, 100]), ['id']), side(1_000, grown([0, 0, 1_000]), ['id']))
    expect(verdicts.map(([, by, verdict]) => [by, verdict === 'drift'])).toEqual([
      ['counts', false],
      ['counts', false],
    ])
  })

  it('leave out columns of the service, those one side lacks, and those whose nulls were not counted', () => {
    const now = side(1_000, [
      column({ column: '_fivetran_synced' }),
      column({ column: 'fresh' }),
      column({ column: 'x', nulls: null }),
    ])
    const before = side(1_000, [column({ column: '_fivetran_synced' }), column({ column: 'x' })])
    expect(compareProfiles(before, now)).toEqual([])
  })
})

describe('days', () => {
  it('show the last measurement of each, and a day without one as none', () => {
    const one = (day: string, hour: number, score: number) => ({
      day,
      measuredAt: new Date(`${day}T${hour}:00:00Z`),
      state: 'judged',
      drifted: 0,
      told: 1,
      score,
      psi: null,
      distance: null,
    })
    const cells = countDays(['2026-11-10', '2026-11-11'], [one('2026-11-11', 18, 2), one('2026-11-11', 10, 1)])
    expect(cells.map(({ state, score }) => [state, score])).toEqual([
      ['none', null],
      ['judged', 2],
    ])
  })
})
