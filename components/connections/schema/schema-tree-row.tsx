'use client'

import { clsx } from 'clsx'
import { ChevronDown, ChevronRight, Database, KeyRound, Lock, Table2 } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { isRowClick } from '@/components/ui/table/is-row-click'
import { Tag } from '@/components/ui/tag'
import { describeAction } from '@/lib/control-loop/proposal/domain/describe-actions'
import { countOf } from '../count-of'
import { explainSetting } from './explain-setting'
import { countBelow, type ObjectRow } from './flatten-schema-forest'
import type { ObjectNode } from './schema-node'
import { SettingBox } from './setting-box'
import { tagChanges } from './tag-changes'
import type { TreeRowPlace } from './tree-row-place'
import type { Draft } from './use-draft'

export type SchemaTreeRowProps = TreeRowPlace & {
  row: ObjectRow
  draft: Draft
  now: Date
  onToggle: (key: string, isOpen: boolean) => void
}

const indents = { 1: 'ps-5', 2: 'ps-[38px]', 3: 'ps-[82px]' } as const
const cell = 'h-row overflow-hidden border-b border-line px-2 text-ellipsis whitespace-nowrap'
const syncModes = { 'soft-delete': 'Soft delete', history: 'History', live: 'Live' } as const

/** A schema, table or column in one line. */
export function SchemaTreeRow(props: SchemaTreeRowProps) {
  const { row, draft, now, rowIndex, isSelected, isTabStop, onSelect, onToggle, onKeyDown } = props
  const { node } = row
  const why = explainSetting(node, now)
  const column = node.kind === 'column' ? node.column : null
  return (
    <tr
      aria-level={row.level}
      aria-posinset={row.posInSet}
      aria-setsize={row.setSize}
      aria-expanded={row.isExpanded ?? undefined}
      aria-selected={isSelected}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => isRowClick(event) && onSelect()}
      onKeyDown={onKeyDown}
      className={clsx(
        node.kind === 'schema' ? 'bg-surface-2' : 'hover:bg-surface-2',
        isSelected && 'bg-surface-2 [&>th]:shadow-[inset_2px_0_0_var(--hg-ink)]',
      )}
    >
      <th scope="row" className={clsx(cell, indents[row.level], 'text-start font-normal')}>
        <NameCell row={row} draft={draft} onToggle={onToggle} />
      </th>
      <td className={clsx(cell, 'px-0 text-center')}>
        <SettingBox
          label={`Synced: ${node.name}`}
          value={node.synced}
          isLocked={draft.refusalFor(node, 'synced') !== null}
          isStaged={draft.stagedFor(node, 'synced') !== null}
          onStage={() => draft.stage(node, 'synced')}
        />
      </td>
      <td className={clsx(cell, 'px-0 text-center')}>
        {column && (
          <SettingBox
            label={`Hashed: ${node.name}`}
            value={column.hashed ? 'on' : 'off'}
            isLocked={draft.refusalFor(node, 'hashed') !== null}
            isStaged={draft.stagedFor(node, 'hashed') !== null}
            onStage={() => draft.stage(node, 'hashed')}
          />
        )}
      </td>
      <td className={clsx(cell, 'text-ink-2')}>
        {column?.primaryKey && (
          <span role="img" aria-label="Key" title="Part of the key">
            <Icon of={KeyRound} />
          </span>
        )}
      </td>
      <td className={clsx(cell, 'mono text-ink-2')} title={column?.typeSpelling ?? undefined}>
        {column && (column.typeSpelling ?? column.type ?? <span className="font-sans text-ink-3">not known yet</span>)}
      </td>
      <td className={clsx(cell, 'text-ink-2')}>
        {node.kind === 'table' && node.table.syncMode && syncModes[node.table.syncMode]}
      </td>
      <td className={cell}>{node.dataClass && <Tag kind="class">{node.dataClass.class}</Tag>}</td>
      <td className={clsx(cell, 'pe-4 text-ink-3')} title={why?.text}>
        {why && (
          <span className="flex min-w-0 items-center gap-1.5">
            {why.isLocked && <Icon of={Lock} size={12} />}
            <span className="min-w-0 truncate">{revealInvisible(why.text)}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

function NameCell({ row, draft, onToggle }: Pick<SchemaTreeRowProps, 'row' | 'draft' | 'onToggle'>) {
  const { node, isExpanded } = row
  const staged = [draft.stagedFor(node, 'synced'), draft.stagedFor(node, 'hashed')].filter((action) => action !== null)
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {node.kind !== 'column' && (
        <span className="-ms-1.5 grid size-6 shrink-0 place-items-center text-ink-3">
          {isExpanded !== null && (
            <button
              type="button"
              tabIndex={-1}
              aria-label={isExpanded ? `Fold ${node.name}` : `Unfold ${node.name}`}
              onClick={(event) => {
                event.stopPropagation()
                onToggle(row.key, !isExpanded)
              }}
              className="grid size-6 place-items-center rounded-1 hover:bg-surface-3"
            >
              <Icon of={isExpanded ? ChevronDown : ChevronRight} size={12} />
            </button>
          )}
        </span>
      )}
      {node.kind !== 'column' && (
        <span className="text-ink-3">
          <Icon of={node.kind === 'schema' ? Database : Table2} />
        </span>
      )}
      <span
        title={revealInvisible(node.name)}
        className={clsx(
          'max-w-full shrink-0 truncate',
          node.kind === 'schema' && 'text-sm font-semibold',
          node.kind === 'table' && 'text-sm font-medium',
          node.kind === 'column' && 'mono',
          node.isGone ? 'text-ink-2 line-through decoration-bad-ink' : 'text-ink',
        )}
      >
        {revealInvisible(node.name)}
      </span>
      {tagChanges(node.changes).map((tag) => (
        <Tag key={tag.text} kind={tag.kind}>
          {tag.text}
        </Tag>
      ))}
      {staged.length > 0 && (
        <Tag kind="in-review">
          staged: {staged.map((action) => describeAction(action).verb.toLowerCase()).join(', ')}
        </Tag>
      )}
      <span className="min-w-0 truncate text-ink-3">{noteOf(node)}</span>
    </span>
  )
}

function noteOf(node: ObjectNode): string {
  if (node.kind === 'schema') return countOf(node.tables.length, 'table')
  if (node.kind === 'column') return ''
  const { columns, proposals } = countBelow(node)
  const waiting = proposals > 0 ? `, ${countOf(proposals, 'proposal')}` : ''
  return `${countOf(columns, 'column')}${waiting}`
}
