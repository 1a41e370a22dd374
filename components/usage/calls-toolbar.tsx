'use client'

import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '@/components/ui/button-link'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Toolbar } from '@/components/ui/toolbar'
import { callOutcomeLabels, callOutcomes } from '@/lib/capabilities/model/domain/call-outcome'
import { callExportPath } from '@/lib/capabilities/model/queries'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import { type CallParams, callFilters, callsHref } from './call-params'
import { taskFace, taskOrder } from './task-words'

export type CallsToolbarProps = {
  params: CallParams
  models: readonly string[]
  onChange: (part: Partial<CallParams>) => void
}

const outcomes = [
  { id: 'errors' as const, label: 'everything that went wrong' },
  ...callOutcomes.map((id) => ({ id, label: callOutcomeLabels[id] })),
]

/** Which calls are shown; every choice is part of the address and of the file taken away. */
export function CallsToolbar({ params, models, onChange }: CallsToolbarProps) {
  const connections = useQuery({ ...connectionsQuery({ limit: 200 }), staleTime: 60_000 })
  const filters = callFilters(params)
  return (
    <Toolbar
      label="Which calls"
      end={
        <>
          <ButtonLink href={callExportPath(filters, 'csv')} size="sm" isDownload>
            CSV
          </ButtonLink>
          <ButtonLink href={callExportPath(filters, 'json')} size="sm" isDownload>
            JSON
          </ButtonLink>
        </>
      }
    >
      <FilterMenu
        label="Task"
        options={taskOrder.map((task) => ({ id: task, label: taskFace(task).word }))}
        value={params.task}
        onChange={(task) => onChange({ task })}
      />
      <FilterMenu
        label="Model"
        options={models.map((model) => ({ id: model, label: revealInvisible(model) }))}
        value={params.model}
        onChange={(model) => onChange({ model })}
      />
      <FilterMenu
        label="Outcome"
        options={outcomes}
        value={params.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <FilterMenu
        label="Connection"
        options={(connections.data?.items ?? []).map(({ id, name }) => ({ id, label: revealInvisible(name) }))}
        value={params.connection}
        onChange={(connection) => onChange({ connection })}
      />
      {params.proposal && (
        <FilterChip href={callsHref({ ...params, proposal: null })} isOn>
          Only one proposal ×
        </FilterChip>
      )}
      {params.day && (
        <FilterChip href={callsHref({ ...params, day: null })} isOn>
          {params.day} ×
        </FilterChip>
      )}
    </Toolbar>
  )
}
