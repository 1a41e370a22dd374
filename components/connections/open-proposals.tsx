import { RiskBadge } from '@/components/ui/risk-badge'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'

export type OpenProposalsProps = { counts: ConnectionSummary['openProposals']; look?: 'total' | 'by-risk' }

const risks = ['high', 'medium', 'low'] as const

/** What waits for a person here: one number in a row, each risk where there is room. High risk is never hidden in a total. */
export function OpenProposals({ counts, look = 'total' }: OpenProposalsProps) {
  const total = counts.low + counts.medium + counts.high
  if (look === 'total') {
    if (total === 0) return <span className="text-xs text-ink-3">0</span>
    return (
      <span className="inline-flex items-center gap-2">
        {counts.high > 0 && <RiskBadge risk="high" word={String(counts.high)} />}
        <StateGlyph state="in-review" word={String(total)} />
      </span>
    )
  }
  if (total === 0) return <span className="text-xs text-ink-3">Nothing waits here</span>
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {risks.map((risk) =>
        counts[risk] > 0 ? <RiskBadge key={risk} risk={risk} word={`${counts[risk]} ${risk}`} /> : null,
      )}
    </span>
  )
}
