import type { Classification } from './classify-column'
import type { DataClass } from './data-class'

/** What is on record for a column: a class, or deliberately none, by the rules or by a person. */
export interface RecordedClass {
  class: DataClass | null
  isDecided: boolean
}

export interface KeptClass {
  classification: Classification
  /** What the rules would change by now; null when they agree with the record, or there is none. */
  flip: { from: DataClass | null; to: DataClass | null } | null
}

/**
 * A fresh classification beside what is on record. What a person decided stays, whatever the rules say since; where they would say something else
 * that is listed as a flip, so that a changed recogniser is seen before it changes anything.
 */
export function keepDecision(recorded: RecordedClass | undefined, fresh: Classification): KeptClass {
  if (recorded === undefined) return { classification: fresh, flip: null }
  const flip = recorded.class === fresh.class ? null : { from: recorded.class, to: fresh.class }
  if (!recorded.isDecided) return { classification: fresh, flip }
  const decided = { verdict: 'for' as const, text: 'A person decided it', measure: null }
  return {
    classification: {
      class: recorded.class,
      confidence: recorded.class === null ? 0 : 1,
      evidence: [decided, ...fresh.evidence],
      form: recorded.class === fresh.class ? fresh.form : null,
    },
    flip,
  }
}
