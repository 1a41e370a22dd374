import { describe, expect, it } from 'vitest'
import type { DriftCell } from '@/lib/capabilities/drift/contract'
import { levelOf, prepareStrip, summariseStrip } from './prepare-strip'

const cell = (over: Partial<DriftCell>): DriftCell => ({
  day: '2026-11-12',
  state: 'judged',
  drifted: 0,
  score: null,
  psi: null,
  distance: null,
  ...over,
})

describe('the heat strip', () => {
  it.each([
    [null, 0],
    [0, 1],
    [0.049, 1],
    [0.05, 2],
    [0.1, 3],
    [0.2, 4],
    [7, 4],
  ] as const)('puts a PSI of %s at level %i', (value, level) => expect(levelOf(value, 'psi')).toBe(level))

  it('tells a day without a measurement from a quiet one and from one nobody can judge', () => {
    const cells = [
      cell({ state: 'none' }),
      cell({ state: 'learning' }),
      cell({ state: 'cannot-tell' }),
      // Judged by counts alone: there is no PSI, which is not a PSI of zero.
      cell({ score: 0.2 }),
      cell({ psi: 0.3, score: 2, drifted: 1 }),
    ]
    const strip = prepareStrip(cells, 'psi')
    expect(strip.map(({ look }) => look)).toEqual(['none', 'learning', 'cannot-tell', 'cannot-tell', 'level'])
    expect(summariseStrip(strip)).toBe('5 days, 1 over, 1 not measured, last 2026-11-12: PSI 0.30, 1 drifted')
  })
})
