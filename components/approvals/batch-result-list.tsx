import { StateGlyph } from '@/components/ui/state-glyph'
import type { BatchResult } from '@/lib/control-loop/review/contract'

export type BatchResultListProps = { result: BatchResult }

/** What became of a batch: how many stand, and each that dropped out with why. */
export function BatchResultList({ result }: BatchResultListProps) {
  const dropped = result.outcomes.filter(({ outcome }) => outcome === 'refused')
  return (
    <div role="status" className="space-y-2">
      <p className="flex items-center gap-2 font-medium">
        {result.state === 'decided' && <StateGlyph state="approved" />}
        {result.sentence}
      </p>
      {dropped.length > 0 && (
        <ul aria-label="Dropped out" className="text-xs leading-5">
          {dropped.map((member) => (
            <li key={member.proposalId}>
              <span className="mono">P-{member.number}</span> <span className="text-ink-2">{member.sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
