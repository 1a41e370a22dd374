'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { countOf } from '@/components/connections/count-of'
import { Checkbox } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tag } from '@/components/ui/tag'
import type { Collision, Mapping, TableMapping, TableNote } from '@/lib/capabilities/mapping/contract'
import type { ColumnEdit, TableEdit } from './edit-mapping'
import { isUnsureName } from './is-unsure-name'
import { MappedColumns } from './mapped-columns'
import { TableFacts } from './table-facts'
import { TableSettings } from './table-settings'

export type MappedTableProps = {
  table: TableMapping
  /** All of them, for what a table takes from the one above it. */
  mapping: Mapping
  /** The table before any edit. */
  proposed: TableMapping | undefined
  note: TableNote | undefined
  /** Those of its columns, and of the table's own name. */
  collisions: readonly Collision[]
  isOpen: boolean
  /** The names are those of a destination that exists. */
  isNameFixed: boolean
  onToggle: () => void
  onEditTable: (edit: TableEdit) => void
  onEditColumn: (column: string, edit: ColumnEdit) => void
}

/** One source table: its head says what there is and what needs someone; opened, its settings and columns can be edited. */
export function MappedTable(props: MappedTableProps) {
  const { table, mapping, proposed, note, collisions, isOpen, isNameFixed, onToggle, onEditTable, onEditColumn } = props
  const bodyId = useId()
  const name = revealInvisible(table.source)
  const unsure = table.columns.filter((column, at) => isUnsureName(column, note?.columns[at])).length
  return (
    <section aria-label={name} className="min-w-0 shrink-0">
      <header className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-t border-b border-line bg-surface-2 px-5 py-1">
        <h2 className="min-w-0 text-sm font-semibold">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={onToggle}
            className="-ms-1 flex min-h-6 max-w-full items-center gap-1 rounded-1 px-1 text-start"
          >
            <span className="text-ink-2">
              <Icon of={isOpen ? ChevronDown : ChevronRight} />
            </span>
            <PathName path={[table.source]} />
          </button>
        </h2>
        <span className="min-w-0 text-xs text-ink-3">
          {[
            countOf(table.columns.length, 'column'),
            note?.rows != null ? countOf(note.rows, 'row') : null,
            table.parent === null ? null : `from the list ${revealInvisible(table.parent.path)}`,
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
        {collisions.length > 0 && <Tag kind="outside">{countOf(collisions.length, 'collision')}</Tag>}
        {unsure > 0 && <Tag kind="changed">{countOf(unsure, 'name')} to check</Tag>}
        <span className="ms-auto text-xs">
          <Checkbox
            isSelected={table.enabled}
            onChange={(enabled) => onEditTable({ enabled })}
            aria-label={`Sync ${name}`}
          >
            Synced
          </Checkbox>
        </span>
      </header>
      {isOpen && (
        <div id={bodyId}>
          <TableSettings table={table} note={note} isNameFixed={isNameFixed} onEdit={onEditTable} />
          <TableFacts table={table} mapping={mapping} proposed={proposed} note={note} />
          <MappedColumns
            table={table}
            note={note}
            collisions={collisions}
            isNameFixed={isNameFixed}
            onEdit={onEditColumn}
          />
        </div>
      )}
    </section>
  )
}
