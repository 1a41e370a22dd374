'use client'

import { ListFilter } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProposalList } from '@/lib/control-loop/proposal/contract'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { BatchOffers } from './batch-offers'
import type { QueueGroup } from './prepare-queue'
import { QueueEmpty } from './queue-empty'
import { QueueFilters, type QueueFilterValues } from './queue-filters'
import { QueueFoot } from './queue-foot'
import { QueueGroups } from './queue-groups'
import { QueueViewMenu } from './queue-view-menu'
import type { QueueView } from './queue-views'

export type ApprovalQueueProps = {
  view: QueueView
  onView: (view: QueueView) => void
  filters: QueueFilterValues
  onFilters: (filters: QueueFilterValues) => void
  list: ProposalList | null
  groups: readonly QueueGroup[]
  error: Error | null
  isFetching: boolean
  onRetry: () => void
  selectedId: string | null
  hrefOf: (proposalId: string) => string
  onSelect: (proposalId: string) => void
  now: number
}

/** The rail at the start: the view's name as a menu, the groups, the keys. */
export function ApprovalQueue(props: ApprovalQueueProps) {
  const { view, onView, filters, onFilters, list, groups, error, selectedId, hrefOf, onSelect, now } = props
  const isFiltered = filters.q !== '' || filters.risk !== null
  const scrollRef = useRef<HTMLElement>(null)
  const [isFilterOpen, setFilterOpen] = useState(isFiltered)
  return (
    <>
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line ps-4 pe-3">
        <QueueViewMenu view={view} counts={list?.counts ?? null} onChange={onView} />
        <span className="ms-auto">
          <IconButton
            icon={<Icon of={ListFilter} />}
            label={isFilterOpen ? 'Hide the filters' : 'Filter the queue'}
            size="sm"
            aria-expanded={isFilterOpen}
            onPress={() => setFilterOpen(!isFilterOpen)}
          />
        </span>
      </div>
      {isFilterOpen && <QueueFilters values={filters} onChange={onFilters} />}
      <BatchOffers hrefOf={hrefOf} />
      <nav ref={scrollRef} aria-label="Queue" className="relative min-h-0 grow overflow-y-auto pb-2">
        <RefetchBar isFetching={props.isFetching && list !== null} />
        {error && !list && (
          <ErrorState
            title="The queue could not be read."
            cause={error.message}
            holds="Nothing was decided by this."
            actions={<Button onPress={props.onRetry}>Read again</Button>}
            correlationId={error instanceof ProblemError ? error.correlationId : null}
          />
        )}
        {!error && !list && <Skeleton label="Reading the queue" look="two-line" rows={8} />}
        {list && groups.length === 0 && (
          <QueueEmpty
            view={view}
            counts={list.counts}
            isFiltered={isFiltered}
            onView={onView}
            onClear={() => onFilters({ q: '', risk: null })}
          />
        )}
        {groups.length > 0 && (
          <QueueGroups
            groups={groups}
            view={view}
            scrollRef={scrollRef}
            selectedId={selectedId}
            hrefOf={hrefOf}
            onSelect={onSelect}
            now={now}
          />
        )}
        {list?.nextCursor && (
          <p className="px-4 py-3 text-xs text-ink-3">
            These are the first {list.items.length}. Filter to see the others.
          </p>
        )}
      </nav>
      <QueueFoot lastDecisionAt={list?.lastDecisionAt ?? null} now={now} />
    </>
  )
}
