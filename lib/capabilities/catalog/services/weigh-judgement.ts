import type { Classification as DraftClassification } from '@/lib/control-loop/proposal/domain/draft'
import type { Evidence } from '@/lib/control-loop/proposal/domain/evidence'
import type { Classification } from '../domain/classify-column'
import { type DataClass, isSensitive } from '../domain/data-class'
import { keepDecision } from '../domain/keep-decisions'

/** What is on record for a column, parsed. */
export interface StandingClass {
  dataClass: DataClass | null
  recognisedClass: DataClass | null
  evidence: Evidence[]
  /** null: no recogniser looked yet, a person decided first. */
  recogniserVersion: number | null
  decidedBy: string | null
  /** A changed recogniser said otherwise and nobody answered yet. */
  hasPending: boolean
}

export interface WeighedJudgement {
  /** `counts`: it is the column's class from now on. `noted`: kept beside a person's decision. `waits`: it would flip the class, which a person answers. */
  outcome: 'counts' | 'noted' | 'waits'
  /** What counts afterwards, with why. */
  effective: DraftClassification
}

/**
 * A fresh judgement against what is on record. A person's decision stays. Changed rules that would say something else change nothing by themselves:
 * their word waits. The same rules over other samples replace their own earlier word.
 */
export function weighJudgement(
  standing: StandingClass | null,
  fresh: Classification,
  version: number,
): WeighedJudgement {
  if (standing === null) return { outcome: 'counts', effective: effectiveOf(fresh.class, fresh.evidence) }
  const isDecided = standing.decidedBy !== null
  const { flip } = keepDecision({ class: standing.dataClass, isDecided }, fresh)
  const isChangedRule = standing.recogniserVersion !== null && standing.recogniserVersion !== version
  // Who was overruled before and says the same again has nothing to ask.
  const isOverruled = isDecided && fresh.class === standing.recognisedClass
  const waits = flip !== null && (isChangedRule || standing.hasPending) && !isOverruled
  if (!isDecided && !waits) return { outcome: 'counts', effective: effectiveOf(fresh.class, fresh.evidence) }
  const recognised = waits ? { class: standing.recognisedClass, evidence: standing.evidence } : fresh
  return {
    outcome: waits ? 'waits' : 'noted',
    effective: effectiveOf(standing.dataClass, [
      ...(standing.decidedBy === null
        ? []
        : [{ verdict: 'for' as const, text: `${standing.decidedBy} decided it`, measure: null }]),
      // Evidence for another class is no evidence for this one.
      ...(recognised.class === standing.dataClass ? recognised.evidence : []),
    ]),
  }
}

function effectiveOf(dataClass: DataClass | null, evidence: Evidence[]): DraftClassification {
  return { class: dataClass, sensitive: dataClass !== null && isSensitive(dataClass), evidence }
}
