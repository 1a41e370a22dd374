import { DriftInputError } from '../drift-input-error'
import type { ColumnMeasure } from './column-measure'
import { readCategoricalSample, readNumericSample } from './column-sample'
import type { ColumnJudgement } from './judge-column'
import { measureCategoricalSamples, measureNumericSamples } from './measure-samples'

/** What is measured and said of one column, in the words of the command line and the API. */
export interface ColumnDrift {
  ks: { statistic: number | null; p: number | null }
  wasserstein: number | null
  psi: number | null
  js: number | null
  chi2: { statistic: number | null; p: number | null; dof: number | null }
  nulls: { baselineRate: number | null; currentRate: number | null }
  verdict: ColumnJudgement['verdict']
  score: number | null
  why: string
}

/** Measures a column from its raw values on both sides. Refuses a value that is none of its kind, with its path. */
export function measureValues(kind: string, baseline: unknown, current: unknown): ColumnMeasure {
  const [before, after] = [listOf(baseline, 'baseline'), listOf(current, 'current')]
  if (kind === 'numeric')
    return measureNumericSamples(readNumericSample(before, 'baseline'), readNumericSample(after, 'current'))
  if (kind === 'categorical')
    return measureCategoricalSamples(readCategoricalSample(before, 'baseline'), readCategoricalSample(after, 'current'))
  throw new DriftInputError('kind: is neither numeric nor categorical')
}

/** A measure and its judgement as one answer; what is undefined is null. */
export function reportColumn(measure: ColumnMeasure, judgement: ColumnJudgement): ColumnDrift {
  const { ks, wasserstein, psi, js, chi2, nulls } = measure
  const { verdict, score, why } = judgement
  return {
    ks: ks ?? { statistic: null, p: null },
    wasserstein,
    psi,
    js,
    chi2: chi2 ?? { statistic: null, p: null, dof: null },
    nulls,
    verdict,
    score,
    why,
  }
}

function listOf(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new DriftInputError(`${field}: ${value === undefined ? 'is missing' : 'is no list'}`)
  return value
}
