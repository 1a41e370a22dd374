'use client'

import { FilterMenu } from '@/components/ui/filter-menu'
import { gateStates } from '@/components/ui/gate-states'
import { Toolbar } from '@/components/ui/toolbar'
import type { ApplyRunSummary } from '@/lib/control-loop/apply/contract'
import { applyRunStates } from '@/lib/control-loop/stages'

export type RunFilterValues = { state: ApplyRunSummary['state'] | null; connection: string | null }
export type RunFiltersProps = {
  values: RunFilterValues
  connections: readonly { id: string; label: string }[]
  onChange: (values: RunFilterValues) => void
}

/** Keeps runs of one state or of one connection. */
export function RunFilters({ values, connections, onChange }: RunFiltersProps) {
  return (
    <Toolbar label="Filters">
      <FilterMenu
        label="State"
        options={applyRunStates.map((id) => ({ id, label: gateStates[id].word }))}
        value={values.state}
        onChange={(state) => onChange({ ...values, state })}
      />
      <FilterMenu
        label="Connection"
        options={connections}
        value={values.connection}
        onChange={(connection) => onChange({ ...values, connection })}
      />
    </Toolbar>
  )
}
