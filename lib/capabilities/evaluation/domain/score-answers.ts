import { z } from 'zod'

/** One thing to get right: a choice with its best guesses first (null: none of the labels), as against what is true. */
export interface Choice {
  truth: string | null
  ranked: readonly (string | null)[]
}

/** A set of facts that a case has, as against the ones said. */
export interface FactSet {
  truth: readonly string[]
  said: readonly string[]
}

export interface ScoredCase {
  choices: readonly Choice[]
  facts: readonly FactSet[]
  /** The contender gave nothing: everything true counts as missed. */
  isUnanswered: boolean
  tookMs: number
}

/** Stored in `model_eval_run.figures`: changing it needs a migration. Shares are 0 to 1; null: nothing to measure it on. */
export const evalFiguresSchema = z.object({
  hitRate1: z.number().nullable(),
  hitRate3: z.number().nullable(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  unanswered: z.number(),
  latencyP50Ms: z.number(),
  latencyP95Ms: z.number(),
  /** Of all calls together; 0 for rules. */
  costMicros: z.number(),
  calls: z.number(),
  cached: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
})
export type EvalFigures = z.infer<typeof evalFiguresSchema>
export type Quality = Omit<EvalFigures, 'costMicros' | 'calls' | 'cached' | 'inputTokens' | 'outputTokens'>

/**
 * How often a contender is right. HitRate@k: of the choices that have a true label, those where it is among the first k guesses. Precision and recall
 * over first guesses and facts together (micro average): a first guess of null says nothing, a wrong one is both a false word and a miss.
 */
export function scoreAnswers(cases: readonly ScoredCase[]): Quality {
  const choices = cases.flatMap((one) => one.choices)
  const labelled = choices.filter(({ truth }) => truth !== null)
  const hits = (k: number) => labelled.filter(({ truth, ranked }) => ranked.slice(0, k).includes(truth)).length
  let [right, said, all] = [0, 0, 0]
  for (const { truth, ranked } of choices) {
    const first = ranked[0] ?? null
    if (truth !== null) all += 1
    if (first !== null) said += 1
    if (first !== null && first === truth) right += 1
  }
  for (const facts of cases.flatMap((one) => one.facts)) {
    const [truth, told] = [new Set(facts.truth), new Set(facts.said)]
    all += truth.size
    said += told.size
    right += [...told].filter((fact) => truth.has(fact)).length
  }
  const took = cases.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  return {
    hitRate1: ratio(hits(1), labelled.length),
    hitRate3: ratio(hits(3), labelled.length),
    precision: ratio(right, said),
    recall: ratio(right, all),
    f1: said + all === 0 ? null : round((2 * right) / (said + all)),
    unanswered: cases.filter(({ isUnanswered }) => isUnanswered).length,
    latencyP50Ms: quantile(took, 0.5),
    latencyP95Ms: quantile(took, 0.95),
  }
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : round(part / whole))
const round = (share: number) => Math.round(share * 10_000) / 10_000

/** The value below which that share lies, by nearest rank; 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1)
  return Math.round((sorted[at] ?? 0) * 1_000) / 1_000
}
