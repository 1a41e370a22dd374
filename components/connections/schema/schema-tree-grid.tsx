'use client'

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import type { SchemaRow } from './flatten-schema-forest'
import { GhostRow } from './ghost-row'
import { moveInTree } from './move-in-tree'
import { SchemaTreeRow } from './schema-tree-row'
import type { Draft } from './use-draft'

export type SchemaTreeGridProps = {
  rows: readonly SchemaRow[]
  destination: string
  selectedKey: string | null
  draft: Draft
  now: Date
  onSelect: (key: string) => void
  onToggle: (key: string, isOpen: boolean) => void
  onOpenProposal: (proposalId: string) => void
}

const rowHeight = 28
/** The table keeps its own semantics; the one role that HTML has no element for is given to it here. */
const gridRole = { role: 'treegrid' } as const
const columns = [
  { name: 'name', width: undefined },
  { name: 'synced', width: 52 },
  { name: 'hashed', width: 54 },
  { name: 'key', width: 36 },
  { name: 'type', width: 120 },
  { name: 'mode', width: 88 },
  { name: 'class', width: 108 },
  { name: 'why', width: 184 },
]
const unseen = { 'aria-hidden': true } as const

/** Schema, table, column as a tree of rows: only those in view are mounted, and the one with the focus always is. */
export function SchemaTreeGrid(props: SchemaTreeGridProps) {
  const { rows, destination, selectedKey, draft, now, onSelect, onToggle, onOpenProposal } = props
  const scrollRef = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const selectedIndex = rows.findIndex(({ key }) => key === selectedKey)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    // The head is sticky and stands before the first row: the last row needs its height again.
    scrollPaddingEnd: rowHeight,
    rangeExtractor: (range) => {
      const seen = new Set(defaultRangeExtractor(range))
      if (selectedIndex >= 0) seen.add(selectedIndex)
      return [...seen].sort((one, other) => one - other)
    },
  })

  useEffect(() => {
    if (selectedIndex < 0 || !wantsFocus.current) return
    wantsFocus.current = false
    virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
    scrollRef.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus({ preventScroll: true })
  }, [selectedIndex, virtualizer])

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, row: SchemaRow) {
    // Keys pressed in a link or box inside the row are theirs.
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return
    const key = event.key.toLowerCase()
    const move = moveInTree(rows, rows.indexOf(row), event.key)
    if (move?.to) {
      wantsFocus.current = true
      onSelect(move.to)
    } else if (move?.toggle) {
      onToggle(move.toggle.key, move.toggle.isOpen)
    } else if (key === 'enter' && row.kind === 'ghost') {
      onOpenProposal(row.proposal.id)
    } else if (key === ' ' && row.kind === 'object') {
      draft.stage(row.node, 'synced')
    } else if (key === 'h' && row.kind === 'object') {
      draft.stage(row.node, 'hashed')
    } else if (!move) {
      return
    }
    event.preventDefault()
  }

  const items = virtualizer.getVirtualItems()
  const place = (row: SchemaRow, index: number) => ({
    rowIndex: index + 2,
    isSelected: index === selectedIndex,
    // With nothing selected the first row is where Tab enters.
    isTabStop: index === Math.max(0, selectedIndex),
    onSelect: () => onSelect(row.key),
    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKeyDown(event, row),
  })
  return (
    <div
      ref={scrollRef}
      data-density="compact"
      className="min-h-0 grow scroll-pt-7 overflow-auto max-md:h-[70dvh] max-md:grow-0"
    >
      <table
        {...gridRole}
        aria-label="Schema"
        aria-rowcount={rows.length + 1}
        className="w-full min-w-[880px] table-fixed border-collapse text-xs"
      >
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={{ width }} />
          ))}
        </colgroup>
        <TreeHead destination={destination} />
        <tbody>
          {items.map((item, place_) => {
            const row = rows[item.index]
            if (!row) return null
            const before = items[place_ - 1]
            const gap = item.start - (before?.end ?? 0)
            return (
              <Fragment key={item.key}>
                {gap > 0 && <Gap height={gap} />}
                {row.kind === 'object' ? (
                  <SchemaTreeRow row={row} draft={draft} now={now} onToggle={onToggle} {...place(row, item.index)} />
                ) : (
                  <GhostRow row={row} now={now} {...place(row, item.index)} />
                )}
              </Fragment>
            )
          })}
          <Gap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

/** The rows that are not mounted, as their height. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr {...unseen} style={{ height }}>
      <td colSpan={columns.length} />
    </tr>
  ) : null
}

function TreeHead({ destination }: { destination: string }) {
  const head = 'h-7 border-b border-line px-2 text-2xs font-medium whitespace-nowrap text-ink-3'
  return (
    <thead className="sticky top-0 z-1 bg-surface">
      <tr aria-rowindex={1}>
        <th scope="col" className={`${head} ps-5 text-start`}>
          Name in source
        </th>
        <th scope="col" className={`${head} px-0 text-center`}>
          Synced
        </th>
        <th scope="col" className={`${head} px-0 text-center`}>
          Hashed
        </th>
        <th scope="col" className={`${head} text-start`}>
          Key
        </th>
        <th scope="col" className={`${head} truncate text-start`}>
          Type, {destination}
        </th>
        <th scope="col" className={`${head} text-start`}>
          Sync mode
        </th>
        <th scope="col" className={`${head} text-start`}>
          Class
        </th>
        <th scope="col" className={`${head} pe-4 text-start`}>
          Why it is so
        </th>
      </tr>
    </thead>
  )
}
