'use client'

import { Fragment } from 'react'
import { countOf } from '@/components/connections/count-of'
import { useNow } from '@/components/layout/use-now'
import { formatStamp } from '@/components/ui/format-time'
import { PathName } from '@/components/ui/path-name'
import type { Comparison } from '@/lib/control-loop/snapshot/contract'
import { DiffLine } from './diff-line'
import { DiffNote } from './diff-note'
import type { DiffGroup } from './prepare-comparison'
import { RenameLine } from './rename-line'
import { SameLines } from './same-lines'
import { SignCountsText } from './sign-counts-text'
import type { RenameDecision } from './use-rename-decision'

export type DiffTableProps = {
  comparison: Comparison
  groups: readonly DiffGroup[]
  selectedKey: string | null
  /** Whether the base is what was approved, and whether it is so by name rather than as a numbered snapshot. */
  isBaseline: boolean
  hasWordBase: boolean
  decision: RenameDecision
  onSelect: (key: string) => void
}

const head = 'h-7 border-b border-line px-2.5 text-2xs font-medium whitespace-nowrap text-ink-3'
const columnCount = 6

/** The difference line by line, grouped by table: sign, name, what it was, what it is, how much it hurts, who answers. */
export function DiffTable({
  comparison,
  groups,
  selectedKey,
  isBaseline,
  hasWordBase,
  decision,
  onSelect,
}: DiffTableProps) {
  const now = useNow()
  const { base, revision } = comparison
  return (
    <div className="min-w-0 overflow-x-auto md:overflow-x-visible">
      <table aria-label="Differences" className="w-full min-w-[620px] table-fixed border-collapse text-xs">
        <colgroup>
          <col style={{ width: 40 }} />
          <col style={{ width: 156 }} />
          <col />
          <col />
          <col style={{ width: 108 }} />
          <col style={{ width: 112 }} />
        </colgroup>
        <thead className="sticky top-0 z-1 bg-surface">
          <tr>
            <th scope="col" className={head}>
              <span className="sr-only">Sign</span>
            </th>
            <th scope="col" className={`${head} text-start`}>
              Name
            </th>
            <th scope="col" className={`${head} text-start`}>
              {hasWordBase ? 'Approved baseline' : `${base.number}, ${formatStamp(base.takenAt, now)}`}
            </th>
            <th scope="col" className={`${head} text-start`}>
              {revision.number}, {formatStamp(revision.takenAt, now)}
            </th>
            <th scope="col" className={`${head} text-start`}>
              Severity
            </th>
            <th scope="col" className={`${head} pe-4 text-end`}>
              Follow-up
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.key}>
              <tr className="bg-surface-2">
                <th
                  scope="rowgroup"
                  colSpan={columnCount}
                  className="h-[34px] border-b border-line px-4 text-start font-normal"
                >
                  <span className="flex items-center gap-2">
                    <PathName path={group.prefix ? [group.prefix.slice(0, -1), group.name] : [group.name]} />
                    <SignCountsText counts={group.counts} />
                    {group.renames > 0 && (
                      <span className="text-ink-3">{countOf(group.renames, 'possible rename')}</span>
                    )}
                  </span>
                </th>
              </tr>
              {group.blocks.map((block) => {
                if (block.kind === 'row') {
                  return (
                    <Fragment key={block.key}>
                      <DiffLine row={block.row} isSelected={block.key === selectedKey} onSelect={onSelect} />
                      <DiffNote row={block.row} isBaseline={isBaseline} />
                    </Fragment>
                  )
                }
                return (
                  <Fragment key={block.key}>
                    <DiffLine
                      row={block.from}
                      bracket="top"
                      isSelected={block.from.key === selectedKey}
                      onSelect={onSelect}
                    />
                    <DiffLine
                      row={block.to}
                      bracket="middle"
                      isSelected={block.to.key === selectedKey}
                      onSelect={onSelect}
                    />
                    <RenameLine rename={block.rename} decision={decision} />
                  </Fragment>
                )
              })}
            </Fragment>
          ))}
          <SameLines comparison={comparison} />
        </tbody>
      </table>
    </div>
  )
}
