import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ChangeDetail } from '@/lib/control-loop/diff/contract'
import { proposalStateSchema } from '@/lib/control-loop/proposal/contract'

export type ChangeAnswersProps = { change: ChangeDetail }

/** The proposals that answer a change, latest first, and the thread everything about it is recorded under. */
export function ChangeAnswers({ change }: ChangeAnswersProps) {
  const { proposals, correlationId } = change
  return (
    <>
      <Section title="Proposals" note={proposals.length > 0 ? `${proposals.length}` : undefined} gutter="inspector">
        {proposals.length === 0 ? (
          <EmptyState title={change.state === 'open' ? 'Nothing answers it yet.' : 'No proposal was needed.'}>
            {change.state === 'open' &&
              'Rules draft on their own where they know an answer. Otherwise accept it as it is, or change the schema setting.'}
          </EmptyState>
        ) : (
          <ul className="py-1">
            {proposals.map((proposal) => {
              const state = proposalStateSchema.safeParse(proposal.state).data
              return (
                <li key={proposal.id} className="flex min-h-8 items-center gap-3 px-4">
                  <Link href={`/approvals/${proposal.id}`}>P-{proposal.number}</Link>
                  <span className="ms-auto">
                    {state ? <StateGlyph state={state} /> : <span className="text-xs">{proposal.state}</span>}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </Section>
      <Section title="Record" gutter="inspector" isFollowing>
        <p className="grid gap-1 px-4 py-2.5 text-xs text-ink-2">
          <span>Everything that happened on its thread, from the delivery to the verification.</span>
          <Link href={`/activity?correlation=${encodeURIComponent(correlationId)}`}>
            <span className="mono wrap-anywhere">{correlationId}</span>
          </Link>
        </p>
      </Section>
    </>
  )
}
