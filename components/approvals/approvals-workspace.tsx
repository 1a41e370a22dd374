'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback, useMemo, useRef, useState } from 'react'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { risks } from '@/lib/control-loop/policy/domain/verdict'
import { proposalQuery, proposalsQuery } from '@/lib/control-loop/proposal/queries'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import { ApprovalItem } from './approval-item'
import { ApprovalItemEmpty } from './approval-item-empty'
import { ApprovalItemState } from './approval-item-state'
import { ApprovalQueue } from './approval-queue'
import { groupQueue, placeInQueue } from './prepare-queue'
import { queueViews, queueViewWords } from './queue-views'
import { useNow } from './use-now'
import type { Viewer } from './viewer'

export type ApprovalsWorkspaceProps = { viewer: Viewer }

const itemPath = /^\/approvals\/([^/]+)$/
const listLimit = 1000

/** Queue and item side by side; on a phone they are two pages. Which item is shown is the address; moving through them asks the server for no new page. */
export function ApprovalsWorkspace({ viewer }: ApprovalsWorkspaceProps) {
  const now = useNow()
  const drafts = useRef(new Map<string, string>())
  const [pathId = null] = itemPath.exec(usePathname())?.slice(1) ?? []
  const [{ view, q, risk }, setParams] = useQueryStates({
    view: parseAsStringLiteral(queueViews).withDefault(can(viewer.role, 'reviews.write') ? 'mine' : 'waiting'),
    q: parseAsString.withDefault(''),
    risk: parseAsStringLiteral(risks),
  })
  const list = useQuery({
    ...proposalsQuery({ view, q: q || undefined, risk: risk ?? undefined, limit: listLimit }),
    // Rows of another view under this view's name would mislead; under another filter they only are on their way out.
    placeholderData: (previous, query) =>
      (query?.queryKey[2] as { view?: string } | undefined)?.view === view ? previous : undefined,
  })
  const groups = useMemo(() => groupQueue(list.data?.items ?? [], view, now), [list.data, view, now])

  // The first item is shown when none is chosen, and stays while the queue moves under it: nobody approves what just slid in.
  const firstId = groups[0]?.items[0]?.id ?? null
  const [pinned, setPinned] = useState<{ view: string; id: string } | null>(null)
  if (pathId === null && firstId !== null && !list.isPlaceholderData && pinned?.view !== view) {
    setPinned({ view, id: firstId })
  }
  const selectedId = pathId ?? (pinned?.view === view ? pinned.id : null)
  const place = placeInQueue(groups, selectedId)
  const item = useQuery({ ...proposalQuery(selectedId ?? ''), enabled: selectedId !== null })
  // The neighbour is read ahead, so that moving on shows it at once.
  useQuery({ ...proposalQuery(place.nextId ?? ''), enabled: place.nextId !== null, refetchInterval: false })
  const detail = selectedId === null ? null : (item.data ?? null)

  const hrefOf = (proposalId: string) => {
    const search = new URLSearchParams({ view, ...(q && { q }), ...(risk && { risk }) })
    return `/approvals/${proposalId}?${search}`
  }
  const select = useCallback((proposalId: string) => {
    const path = `/approvals/${proposalId}`
    if (window.location.pathname === path) return
    window.history.pushState(null, '', `${path}${window.location.search}`)
  }, [])

  const crumbs = [
    { label: 'Approvals', href: '/approvals' },
    ...(detail && pathId ? [{ label: queueViewWords[view], href: `/approvals?view=${view}` }] : []),
    { label: detail && pathId ? `P-${detail.number}` : queueViewWords[view] },
  ]
  return (
    <PageFrame crumbs={crumbs} scroll="panes">
      <SplitPane
        startLabel="Queue of proposals"
        phoneShows={pathId ? 'main' : 'start'}
        start={
          <ApprovalQueue
            view={view}
            onView={(next) => {
              // A view is a new question: the item that was open belongs to the old one.
              if (pathId) window.history.pushState(null, '', `/approvals${window.location.search}`)
              setParams({ view: next })
            }}
            filters={{ q, risk }}
            onFilters={(filters) => setParams({ q: filters.q || null, risk: filters.risk })}
            list={list.data ?? null}
            groups={groups}
            error={list.error}
            isFetching={list.isFetching && !list.isRefetching}
            onRetry={() => list.refetch()}
            selectedId={selectedId}
            hrefOf={hrefOf}
            onSelect={select}
            now={now}
          />
        }
      >
        {detail ? (
          <ApprovalItem
            key={detail.id}
            detail={detail}
            place={place}
            listHref={`/approvals?view=${view}`}
            viewer={viewer}
            now={now}
            drafts={drafts.current}
            onSelect={select}
          />
        ) : selectedId !== null ? (
          <ApprovalItemState error={item.error} onRetry={() => item.refetch()} />
        ) : list.data ? (
          <ApprovalItemEmpty list={list.data} view={view} isFiltered={q !== '' || risk !== null} now={now} />
        ) : null}
      </SplitPane>
    </PageFrame>
  )
}
