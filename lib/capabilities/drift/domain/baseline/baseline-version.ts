import { z } from 'zod'

const dateSchema = z.iso.date()

/** What a table is compared with: one measurement of it, the rows a model was trained on, those of a date, or those of the latest days. */
export const baselineSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('profile'), profileRunId: z.string().min(1), measuredAt: z.iso.datetime() }),
  z.object({ kind: z.literal('training-set'), datasetId: z.string().min(1), from: dateSchema, to: dateSchema }),
  z.object({ kind: z.literal('date'), date: dateSchema }),
  // The gap keeps the days that are being judged, and a drift that began in them, out of the baseline.
  z.object({
    kind: z.literal('rolling'),
    days: z.number().int().min(7).max(366),
    gapDays: z.number().int().min(1).max(90),
  }),
])
export type BaselineSource = z.infer<typeof baselineSourceSchema>

export const baselineVersionSchema = z.object({
  version: z.number().int().positive(),
  source: baselineSourceSchema,
  /** The decision by which it became the baseline: who, when, and on what ground. */
  decision: z.object({
    decidedBy: z.string().min(1),
    decidedAtMs: z.number(),
    ground: z.enum(['first', 'accepted-as-normal', 'model-promoted', 'corrected']),
    reason: z.string(),
  }),
})
export type BaselineVersion = z.infer<typeof baselineVersionSchema>

export type MoveBaselineOutcome =
  | { outcome: 'moved'; baseline: BaselineVersion }
  | { outcome: 'unchanged'; baseline: BaselineVersion }
  | { outcome: 'refused'; reason: string }

/**
 * The baseline after a decision: the next version, never an edit of the one before. Nothing else moves a baseline. Refused are a first decision on
 * a table that has a baseline, any other on one that has none, a range that ends before it begins, days that are not over yet, and a decision that
 * is older than the one it would replace. A decision for the same source changes nothing.
 */
export function moveBaseline(
  current: BaselineVersion | null,
  source: BaselineSource,
  decision: BaselineVersion['decision'],
): MoveBaselineOutcome {
  if ((current === null) !== (decision.ground === 'first'))
    return {
      outcome: 'refused',
      reason: current === null ? 'There is no baseline to move' : `The table has baseline ${current.version} already`,
    }
  const range = baselineRange(source, decision.decidedAtMs)
  if (range.toMs <= range.fromMs) return { outcome: 'refused', reason: 'The range ends before it begins' }
  if (range.toMs > decision.decidedAtMs)
    return { outcome: 'refused', reason: 'The days of the baseline are not over yet' }
  if (current === null) return { outcome: 'moved', baseline: { version: 1, source, decision } }
  if (decision.decidedAtMs < current.decision.decidedAtMs)
    return { outcome: 'refused', reason: `Baseline ${current.version} was decided later than this` }
  if (isSameSource(current.source, source)) return { outcome: 'unchanged', baseline: current }
  return { outcome: 'moved', baseline: { version: current.version + 1, source, decision } }
}

/** The instants between which the baseline's rows landed, the last not included, in UTC days. A pinned baseline ignores what time it is. */
export function baselineRange(source: BaselineSource, nowMs: number): { fromMs: number; toMs: number } {
  switch (source.kind) {
    case 'profile':
      // Everything that had landed by then.
      return { fromMs: 0, toMs: Date.parse(source.measuredAt) }
    case 'training-set':
      return { fromMs: startOf(source.from), toMs: startOf(source.to) + dayMs }
    case 'date':
      return { fromMs: startOf(source.date), toMs: startOf(source.date) + dayMs }
    case 'rolling': {
      const toMs = Math.floor(nowMs / dayMs) * dayMs - (source.gapDays - 1) * dayMs
      return { fromMs: toMs - source.days * dayMs, toMs }
    }
  }
}

const dayMs = 86_400_000
const startOf = (date: string) => Date.parse(`${date}T00:00:00Z`)

function isSameSource(one: BaselineSource, other: BaselineSource): boolean {
  const entries = (source: BaselineSource) =>
    JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))
  return entries(one) === entries(other)
}
