'use client'

import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { SearchField } from '@/components/ui/search-field'
import { Toolbar } from '@/components/ui/toolbar'
import type { ConnectionHealth, ConnectionList } from '@/lib/control-loop/connection/contract'
import { type ConnectionListParams, connectionListHref } from './connection-list-params'

export type ConnectionsToolbarProps = {
  params: ConnectionListParams
  list: ConnectionList
  onChange: (change: Partial<ConnectionListParams>) => void
}

const stateNames: Record<ConnectionHealth, string> = {
  broken: 'Broken',
  late: 'Late',
  rescheduled: 'Rescheduled',
  applying: 'Applying',
  syncing: 'Syncing',
  paused: 'Paused',
  'on-schedule': 'On schedule',
  incomplete: 'Not set up',
  removed: 'Removed in Fivetran',
}
const chips = [
  ['all', 'All'],
  ['attention', 'Needs attention'],
  ['mine', 'Mine'],
] as const

/** What of the connections is shown; every choice is part of the address. */
export function ConnectionsToolbar({ params, list, onChange }: ConnectionsToolbarProps) {
  const { counts, facets } = list
  const states = Object.entries(stateNames).flatMap(([id, label]) => {
    const count = counts.byHealth[id] ?? 0
    return count > 0 || params.state === id ? [{ id, label, count }] : []
  })
  return (
    <Toolbar
      label="Which connections"
      end={
        <SearchField
          label={counts.all === 1 ? 'Filter 1 connection' : `Filter ${counts.all} connections`}
          value={params.q}
          onChange={(q) => onChange({ q })}
          width="sm"
          keys="/"
        />
      }
    >
      {chips.map(([filter, word]) => (
        <FilterChip
          key={filter}
          href={connectionListHref(params, { filter, peek: null })}
          isOn={params.filter === filter}
          count={counts[filter]}
        >
          {word}
        </FilterChip>
      ))}
      <FilterMenu
        label="Destination"
        options={facets.destinations.map(({ id, name }) => ({ id, label: name }))}
        value={params.destination}
        onChange={(destination) => onChange({ destination })}
      />
      <FilterMenu
        label="Connector"
        options={facets.services.map((service) => ({ id: service, label: service }))}
        value={params.service}
        onChange={(service) => onChange({ service })}
      />
      <FilterMenu
        label="State"
        options={states}
        value={params.state}
        onChange={(state) => onChange({ state: stateOf(state) })}
      />
    </Toolbar>
  )
}

function stateOf(id: string | null): ConnectionHealth | null {
  return Object.keys(stateNames).find((state): state is ConnectionHealth => state === id) ?? null
}
