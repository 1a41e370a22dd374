'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo } from 'react'
import { flattenQueue, type QueueGroup } from './prepare-queue'
import { QueueRow } from './queue-row'
import type { QueueView } from './queue-views'

export type QueueGroupsProps = {
  groups: readonly QueueGroup[]
  view: QueueView
  scrollRef: RefObject<HTMLElement | null>
  selectedId: string | null
  hrefOf: (proposalId: string) => string
  onSelect: (proposalId: string) => void
  now: number
}

const headPx = 31
const rowPx = 46

/** The rows under their groups. Only those in sight are drawn, however many wait; each says its place among all. */
export function QueueGroups({ groups, view, scrollRef, selectedId, hrefOf, onSelect, now }: QueueGroupsProps) {
  const rows = useMemo(() => flattenQueue(groups), [groups])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => (rows[index]?.item ? rowPx : headPx),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  })
  const selectedIndex = rows.findIndex(({ item }) => item?.id === selectedId)
  // Moving by keys must not lose the row that is shown.
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, virtualizer])
  return (
    <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((virtual) => {
        const row = rows[virtual.index]
        if (!row) return null
        return (
          <li
            key={virtual.key}
            ref={virtualizer.measureElement}
            data-index={virtual.index}
            aria-setsize={row.item ? row.of : undefined}
            aria-posinset={row.item ? row.position : undefined}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${virtual.start}px)` }}
          >
            {row.item ? (
              <QueueRow
                item={row.item}
                href={hrefOf(row.item.id)}
                now={now}
                isSelected={row.item.id === selectedId}
                hasPlace={row.group.key === 'due' || view === 'done'}
                onSelect={onSelect}
              />
            ) : (
              <h3 className="flex gap-2 px-4 pt-[11px] pb-1 text-2xs font-medium text-ink-3">
                <span className="truncate">{row.group.label}</span>
                <span className="ms-auto">{row.group.items.length}</span>
              </h3>
            )}
          </li>
        )
      })}
    </ul>
  )
}
