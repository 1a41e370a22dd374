import type { ProposalList } from '@/lib/control-loop/proposal/contract'
import type { QueueView } from './queue-views'

export type QueueEmptyProps = {
  view: QueueView
  counts: ProposalList['counts']
  isFiltered: boolean
  onView: (view: QueueView) => void
  onClear: () => void
}

const link = 'rounded-1 text-ink underline decoration-line-2 decoration-1 underline-offset-3 hover:decoration-current'

/** Why the rail is empty and where the next useful list is. */
export function QueueEmpty({ view, counts, isFiltered, onView, onClear }: QueueEmptyProps) {
  const others = counts.waiting
  return (
    <div className="px-4 py-3.5 text-xs text-ink-2">
      {isFiltered ? (
        <>
          <p>Nothing of that name and risk.</p>
          <button type="button" onClick={onClear} className={link}>
            Clear the filters
          </button>
        </>
      ) : view === 'mine' && others > 0 ? (
        <>
          <p>{others === 1 ? '1 waits for others.' : `${others} wait for others.`}</p>
          <button type="button" onClick={() => onView('waiting')} className={link}>
            See all that wait
          </button>
        </>
      ) : (
        <p>
          {view === 'approved'
            ? 'Nothing is approved and not yet verified.'
            : view === 'done'
              ? 'Nothing was decided yet.'
              : view === 'high-risk'
                ? 'Nothing of high risk waits.'
                : view === 'snoozed'
                  ? 'Nothing is set aside.'
                  : view === 'watching'
                    ? 'You handed nothing over.'
                    : 'Nothing waits for anybody.'}
        </p>
      )}
    </div>
  )
}
