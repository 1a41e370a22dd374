import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { OpenProposals } from '../open-proposals'

export type WaitingSectionProps = { connection: ConnectionDetail }

/** What waits for a person here: proposals by risk, and the changes nobody has answered. */
export function WaitingSection({ connection }: WaitingSectionProps) {
  const { openProposals, openChanges } = connection
  const total = openProposals.low + openProposals.medium + openProposals.high
  return (
    <Section
      title="Waits"
      gutter="inspector"
      actions={total > 0 && <Link href={`/approvals?connection=${connection.id}`}>Review</Link>}
    >
      <div className="flex flex-col gap-1.5 px-4 py-2.5">
        <OpenProposals counts={openProposals} look="by-risk" />
        <p className="text-xs text-ink-2">
          {openChanges === 0 ? (
            'Nothing differs from the approved baseline.'
          ) : (
            <>
              <Link href={`/connections/${connection.id}/changes`}>
                {openChanges === 1 ? '1 open change' : `${openChanges} open changes`}
              </Link>{' '}
              against the approved baseline.
            </>
          )}
        </p>
      </div>
    </Section>
  )
}
