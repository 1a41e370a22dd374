'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tag } from '@/components/ui/tag'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { type PresetTable, preparePresets } from './prepare-presets'

export type PresetListProps = { actions: readonly Action[] }

/** With fewer columns than this everything is open at once. */
const openColumnsMax = 40

/** Every setting a new connection gets beforehand: a line a table, its columns below it. Nothing is left out, however large the mapping. */
export function PresetList({ actions }: PresetListProps) {
  const tables = preparePresets(actions)
  if (tables.length === 0) return null
  const isShort = tables.reduce((sum, { columns }) => sum + columns.length, 0) <= openColumnsMax
  return (
    <ul aria-label="Settings beforehand" className="mt-2">
      {tables.map((table) => (
        <PresetItem key={table.path} table={table} isOpenAtFirst={isShort} />
      ))}
    </ul>
  )
}

function PresetItem({ table, isOpenAtFirst }: { table: PresetTable; isOpenAtFirst: boolean }) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const listId = useId()
  return (
    <li className="border-t border-line py-0.5 text-xs">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        disabled={table.columns.length === 0}
        onClick={() => setIsOpen(!isOpen)}
        className="-ms-1 flex min-h-7 w-full flex-wrap items-center gap-x-2 rounded-1 px-1 text-start"
      >
        <span className={isOpen ? 'rotate-90 text-ink-3' : 'text-ink-3'}>
          <Icon of={ChevronRight} size={12} />
        </span>
        <PathName path={table.path} />
        <span className="ms-auto text-ink-2">
          {table.summary}
          {table.syncMode && `, ${table.syncMode}`}
        </span>
      </button>
      {isOpen && table.columns.length > 0 && (
        <ul id={listId} className="grid gap-x-4 pb-1 sm:grid-cols-2">
          {table.columns.map(({ name, setting }) => (
            <li key={name} className="flex min-h-6 min-w-0 items-center gap-2 ps-4">
              <span className="mono min-w-0 wrap-anywhere">{revealInvisible(name)}</span>
              {setting === 'synced' ? (
                <span className="ms-auto text-ink-3">synced</span>
              ) : (
                <span className="ms-auto">
                  <Tag kind={setting === 'hashed' ? 'changed' : 'outside'}>{setting}</Tag>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
