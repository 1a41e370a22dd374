import { formatTook } from '@/components/apply-runs/format-took'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import type { Evaluation } from '@/lib/capabilities/evaluation/contract'

export type EvaluationRow = {
  key: string
  /** Why it is in the comparison. */
  role: 'rules' | 'now' | 'chosen' | 'other'
  name: string
  promptVersion: string
  isCurrent: boolean
  /** Figures in words; a dash where there was nothing to measure. */
  hitRate1: string
  hitRate3: string
  precision: string
  recall: string
  unanswered: string
  costPerCase: string
  p95: string
  finishedAt: string
}

export type EvaluationComparison = {
  rows: EvaluationRow[]
  /** Cases all rows were measured on; null when nothing was measured. */
  cases: number | null
  /** Models that are asked now or would be, and were not measured on these cases. */
  unmeasured: string[]
}

/** A model as runs name it. */
export function runName(provider: string, model: string): string {
  return `${provider}/${model}`
}

/**
 * Measured runs of one task in; rules, the model asked now and the one chosen side by side out, then the others. Only runs on the
 * same labelled cases are compared: those of the latest set that anybody ran.
 */
export function prepareEvaluation(
  runs: readonly Evaluation[],
  { now, chosen }: { now: string | null; chosen: string | null },
): EvaluationComparison {
  const latest = runs.reduce<Evaluation | null>(
    (last, run) => (last === null || run.finishedAt > last.finishedAt ? run : last),
    null,
  )
  const same = runs.filter((run) => run.caseSetHash === latest?.caseSetHash)
  const roleOf = (run: Evaluation): EvaluationRow['role'] => {
    if (run.contender === 'rules') return 'rules'
    if (run.model === chosen && chosen !== now) return 'chosen'
    return run.model === now ? 'now' : 'other'
  }
  const order: EvaluationRow['role'][] = ['rules', 'now', 'chosen', 'other']
  const rows = same
    .map((run) => toRow(run, roleOf(run)))
    .sort(
      (one, other) =>
        order.indexOf(one.role) - order.indexOf(other.role) || Number(other.isCurrent) - Number(one.isCurrent),
    )
  const measured = new Set(same.map(({ model }) => model))
  const wanted = [...new Set([now, chosen].filter((name) => name !== null))]
  return { rows, cases: latest?.cases ?? null, unmeasured: wanted.filter((name) => !measured.has(name)) }
}

function toRow(run: Evaluation, role: EvaluationRow['role']): EvaluationRow {
  const { figures } = run
  return {
    key: run.id,
    role,
    name: run.contender === 'rules' ? 'Built-in rules' : run.model,
    promptVersion: run.contender === 'rules' ? '' : run.promptVersion,
    isCurrent: run.isCurrent,
    hitRate1: share(figures.hitRate1),
    hitRate3: share(figures.hitRate3),
    precision: share(figures.precision),
    recall: share(figures.recall),
    unanswered: formatCount(figures.unanswered),
    costPerCase: run.cases === 0 ? '–' : formatMoney(figures.costMicros / run.cases),
    p95: formatTook(figures.latencyP95Ms),
    finishedAt: run.finishedAt,
  }
}

const share = (value: number | null) => (value === null ? '–' : `${Math.round(value * 100)} %`)
