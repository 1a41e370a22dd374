'use client'

import { FilterMenu } from '@/components/ui/filter-menu'
import { SearchField } from '@/components/ui/search-field'
import type { Risk } from '@/lib/control-loop/policy/domain/verdict'

export type QueueFilterValues = { q: string; risk: Risk | null }
export type QueueFiltersProps = { values: QueueFilterValues; onChange: (values: QueueFilterValues) => void }

const riskOptions = [
  { id: 'low', label: 'Low' },
  { id: 'medium', label: 'Medium' },
  { id: 'high', label: 'High' },
] as const

/** Finds by name or number, and keeps one risk. */
export function QueueFilters({ values, onChange }: QueueFiltersProps) {
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-b border-line px-4 py-2">
      <SearchField
        label="Name or P-number"
        value={values.q}
        width="full"
        keys="/"
        onChange={(q) => onChange({ ...values, q })}
      />
      <div className="flex">
        <FilterMenu
          label="Risk"
          options={riskOptions}
          value={values.risk}
          onChange={(risk) => onChange({ ...values, risk })}
        />
      </div>
    </div>
  )
}
