import { ButtonLink } from '@/components/ui/button-link'
import { formatRowTime } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Section } from '@/components/ui/section'
import { StateGlyph } from '@/components/ui/state-glyph'
import { ghostState } from './ghost-state'
import { ghostTitle } from './ghost-title'
import type { GhostProposal } from './schema-node'

export type InspectorProposalsProps = {
  proposals: readonly GhostProposal[]
  /** Whether reviewing is the one solid button of the view: only the first of them, and not while a draft waits to be sent. */
  isSolid: boolean
  now: Date
}

/** What already waits for a person about this object. */
export function InspectorProposals({ proposals, isSolid, now }: InspectorProposalsProps) {
  if (proposals.length === 0) return null
  return (
    <Section title="Waiting" note={String(proposals.length)} gutter="inspector" isFollowing>
      <ul>
        {proposals.map((proposal, index) => (
          <li key={proposal.id} className="border-b border-line px-4 pt-2.5 pb-3 last:border-b-0">
            <span className="flex items-center justify-between gap-2">
              <StateGlyph state={ghostState(proposal.state)} />
              <RiskBadge risk={proposal.risk} />
            </span>
            <p className="mt-1.5 mb-0.5">
              <span className="mono text-ink-2">P-{proposal.number}</span> {revealInvisible(ghostTitle(proposal))}
            </p>
            {proposal.dueAt && <p className="text-xs text-ink-2">Due {formatRowTime(proposal.dueAt, now)}.</p>}
            <div className="mt-2.5">
              <ButtonLink
                kind={isSolid && index === 0 ? 'decide' : 'outline'}
                size="sm"
                href={`/approvals/${proposal.id}`}
              >
                Review
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
