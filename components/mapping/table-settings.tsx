'use client'

import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import type { TableMapping, TableNote } from '@/lib/capabilities/mapping/contract'
import type { TableEdit } from './edit-mapping'
import { syncModeWords } from './mapping-words'
import { NameField } from './name-field'

export type TableSettingsProps = {
  table: TableMapping
  note: TableNote | undefined
  isNameFixed: boolean
  onEdit: (edit: TableEdit) => void
}

const moments = new Set(['INSTANT', 'LOCALDATETIME', 'LOCALDATE'])
const label = 'text-xs font-medium'

/** Name, mode and load of one table. */
export function TableSettings({ table, note, isNameFixed, onEdit }: TableSettingsProps) {
  const name = revealInvisible(table.source)
  const modes = (['soft-delete', 'history', 'live'] as const).map((id) => ({ id, label: syncModeWords[id] }))
  return (
    <div className="grid items-start gap-x-4 gap-y-2 px-5 pt-3 sm:grid-cols-3">
      <div className="grid gap-[5px]">
        <span aria-hidden="true" className={label}>
          Lands as
        </span>
        <NameField
          label={`Name of the table ${name} in the destination`}
          kind="destination"
          value={table.name}
          isDisabled={isNameFixed}
          onChange={(next) => onEdit({ name: next })}
        />
      </div>
      <Select
        label="Sync mode"
        size="sm"
        options={modes}
        value={table.syncMode}
        onChange={(syncMode) => onEdit({ syncMode })}
      />
      <Select
        label="Each sync asks for"
        size="sm"
        options={loadOptions(table, note)}
        value={table.load === 'full' ? 'full' : `by:${table.cursor ?? ''}`}
        onChange={(id) =>
          onEdit(id === 'full' ? { load: 'full', cursor: null } : { load: 'incremental', cursor: id.slice(3) || null })
        }
      />
    </div>
  )
}

/** Every row, the changes by one of the table's moments (the fit ones first), or what comes with the parent. */
function loadOptions(table: TableMapping, note: TableNote | undefined) {
  const ranked = note?.cursors.map(({ column }) => column) ?? []
  const others = table.columns.filter(({ type }) => moments.has(type)).map(({ source }) => source)
  const known = new Set(table.columns.map(({ source }) => source))
  const columns = [...new Set([...ranked, ...others])].filter((column) => known.has(column))
  return [
    { id: 'full', label: 'All rows' },
    ...(table.parent === null && table.cursor === null && table.load === 'full'
      ? []
      : table.cursor === null
        ? [{ id: 'by:', label: 'What comes with its parent' }]
        : []),
    ...columns.map((column) => ({ id: `by:${column}`, label: `Changes by ${revealInvisible(column)}` })),
  ]
}
