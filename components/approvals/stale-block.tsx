import { Message } from '@/components/ui/message'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { DifferenceTable } from './difference-table'

export type StaleBlockProps = { detail: Pick<ProposalDetail, 'difference' | 'connection' | 'state'> }

/** The amber wash: the live state is not the one that was reviewed, with reviewed, live and proposed side by side. */
export function StaleBlock({ detail }: StaleBlockProps) {
  const difference = detail.difference ?? []
  return (
    <section aria-label="Stale" className="border-t border-line [&_tbody_tr:last-child>*]:border-b-0">
      <Message tone="stale" isBanner title="Changed in Fivetran since it was reviewed.">
        {difference.length > 0
          ? 'Nothing was sent. Your text is kept.'
          : 'Approvals no longer count and nothing was sent. Your text is kept.'}
      </Message>
      {difference.length > 0 && <DifferenceTable difference={difference} connectionName={detail.connection.name} />}
    </section>
  )
}
