import { describe, expect, it } from 'vitest'
import type { DriftFinding } from './drift-finding'
import { placeFindings } from './place-findings'

const finding = (over: Partial<DriftFinding>): DriftFinding => ({
  findingId: 'f',
  connectionId: 'c',
  schema: 's',
  table: 't',
  column: 'a',
  syncId: 'sync-1',
  atMs: 1_000,
  score: 2,
  ...over,
})

describe('findings', () => {
  it('of one table and sync open one incident', () => {
    const groups = placeFindings(
      [finding({ findingId: '1' }), finding({ findingId: '2', column: 'b', score: 3 })],
      [],
      [],
    )
    expect(groups).toMatchObject([
      { incidentId: null, fresh: [{ findingId: '2' }, { findingId: '1' }], firstAtMs: 1_000 },
    ])
  })

  it('go to the incident that stands longest for their cause', () => {
    const change = {
      changeId: 'run',
      kind: 'applied-change' as const,
      connectionId: 'c',
      schema: 's',
      table: 't',
      column: null,
      atMs: 500,
    }
    const standing = [
      { ...finding({ findingId: 'late', syncId: 'sync-2', atMs: 2_000 }), incidentId: 'I-2' },
      { ...finding({ findingId: 'early' }), incidentId: 'I-1' },
    ]
    const fresh = [finding({ findingId: 'new', column: 'b', syncId: 'sync-3', atMs: 3_000 })]
    expect(placeFindings(fresh, standing, [change])).toMatchObject([
      { incidentId: 'I-1', fresh: [{ findingId: 'new' }] },
    ])
    // Without the change nothing says that one cause is behind the three syncs.
    expect(placeFindings(fresh, standing, [])).toMatchObject([{ incidentId: null }])
  })

  it('that stand already are no group of their own', () => {
    expect(placeFindings([], [{ ...finding({}), incidentId: 'I-1' }], [])).toEqual([])
  })
})
