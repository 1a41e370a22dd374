import type { DriftMeasure } from './drift-params'

export interface MeasureFace {
  word: string
  /** Bounds between the four levels. */
  bounds: readonly [number, number, number]
  legend: string
  explanation: string
}

/** What each measure is called, and from where on it is quiet, noticeable, to be watched, over. */
export const measureFaces: Record<DriftMeasure, MeasureFace> = {
  score: {
    word: 'Score',
    bounds: [0.25, 0.5, 1],
    legend: 'score under 0.25, 0.5, 1, over',
    explanation: 'How far the strongest test is towards a finding, which is 1: the smaller of effect and certainty.',
  },
  psi: {
    word: 'PSI',
    bounds: [0.05, 0.1, 0.2],
    legend: 'PSI under 0.05, 0.1, 0.2, over',
    explanation: 'Population stability index over tenths of the baseline.',
  },
  distance: {
    word: 'Effect',
    bounds: [0.05, 0.1, 0.25],
    legend: 'effect under 0.05, 0.1, 0.25, over',
    explanation:
      'Of numbers the Wasserstein distance in spreads of the baseline; of categories the share of rows in another one.',
  },
}

/** A figure of a measure; a dash where it is undefined. */
export function formatMeasure(value: number | null): string {
  if (value === null) return '–'
  if (value >= 10) return value.toFixed(0)
  return value.toFixed(2)
}
