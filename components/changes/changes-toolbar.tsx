'use client'

import { useQuery } from '@tanstack/react-query'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { SearchField } from '@/components/ui/search-field'
import { Toolbar } from '@/components/ui/toolbar'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import { type ChangeListParams, changeListHref, changeSeverities } from './change-list-params'
import { originWords } from './origin-words'

export type ChangeCounts = { open: number; breaking: number; dangerous: number; safe: number }

export type ChangesToolbarProps = {
  params: ChangeListParams
  counts: ChangeCounts | null
  onChange: (change: Partial<ChangeListParams>) => void
}

const stateWords = { open: 'Open', closed: 'Closed', all: 'All' } as const
const severityWords = { breaking: 'Breaking', dangerous: 'Dangerous', safe: 'Safe' } as const
const origins = [
  { id: 'source' as const, label: originWords.source },
  { id: 'outside' as const, label: originWords.outside },
]

/** Which changes are shown; every choice is part of the address. The counts are of what is open. */
export function ChangesToolbar({ params, counts, onChange }: ChangesToolbarProps) {
  const { data } = useQuery({ ...connectionsQuery({ limit: 200 }), staleTime: 60_000 })
  const connections = (data?.items ?? []).map(({ id, name }) => ({ id, label: revealInvisible(name) }))
  return (
    <Toolbar
      label="Which changes"
      end={
        <SearchField
          label="Find a path or connection"
          value={params.q}
          onChange={(q) => onChange({ q })}
          width="md"
          keys="/"
        />
      }
    >
      {(['open', 'closed', 'all'] as const).map((state) => (
        <FilterChip
          key={state}
          href={changeListHref(params, { state })}
          isOn={params.state === state}
          count={state === 'open' ? counts?.open : null}
        >
          {stateWords[state]}
        </FilterChip>
      ))}
      <FilterMenu
        label="Severity"
        options={changeSeverities.map((severity) => ({
          id: severity,
          label: severityWords[severity],
          count: params.state === 'open' ? counts?.[severity] : undefined,
        }))}
        value={params.severity}
        onChange={(severity) => onChange({ severity })}
      />
      <FilterMenu label="Origin" options={origins} value={params.origin} onChange={(origin) => onChange({ origin })} />
      <FilterMenu
        label="Connection"
        options={connections}
        value={params.connection}
        onChange={(connection) => onChange({ connection })}
      />
    </Toolbar>
  )
}
