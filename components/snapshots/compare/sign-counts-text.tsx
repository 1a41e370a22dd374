import type { SignCounts } from './prepare-comparison'

export type SignCountsTextProps = { counts: SignCounts }

/** `+1 −1 ~1`: how many came, went and moved; what did not happen is left out. */
export function SignCountsText({ counts: { added, removed, changed } }: SignCountsTextProps) {
  return (
    <span className="inline-flex gap-1.5 font-medium">
      {added > 0 && (
        <span className="text-added-ink">
          +{added}
          <span className="sr-only"> added</span>
        </span>
      )}
      {removed > 0 && (
        <span className="text-removed-ink">
          −{removed}
          <span className="sr-only"> removed</span>
        </span>
      )}
      {changed > 0 && (
        <span className="text-changed-ink">
          ~{changed}
          <span className="sr-only"> changed</span>
        </span>
      )}
    </span>
  )
}
