'use client'

import { Table2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Icon } from '@/components/ui/icon'
import { Toolbar } from '@/components/ui/toolbar'
import type { DriftOverview } from '@/lib/capabilities/drift/contract'
import { type DriftParams, driftHref, driftMeasures } from './drift-params'
import { measureFaces } from './measure-words'

export type DriftToolbarProps = {
  overview: DriftOverview
  params: DriftParams
  onChange: (change: Partial<DriftParams>) => void
}

const ranges = [
  { id: '7', label: '7 days' },
  { id: '30', label: '30 days' },
  { id: '90', label: '90 days' },
] as const

/** What the page shows: the days, the measure, one connection; as pictures or numbers. */
export function DriftToolbar({ overview, params, onChange }: DriftToolbarProps) {
  const { totals } = overview
  const link = typeof window === 'undefined' ? '' : `${window.location.origin}${driftHref(params, {})}`
  return (
    <Toolbar
      label="What is shown"
      end={
        <>
          <span className="hidden text-xs text-ink-2 lg:inline">
            {totals.tablesOver} of {totals.tables} {totals.tables === 1 ? 'table' : 'tables'} over
            {totals.tablesLearning > 0 && `, ${totals.tablesLearning} learning`}
          </span>
          <Button icon={<Icon of={Table2} />} onPress={() => onChange({ asTable: !params.asTable })}>
            {params.asTable ? 'As strips' : 'As table'}
          </Button>
          <CopyButton text={link} label="Copy link" hasWords />
        </>
      }
    >
      <FilterMenu
        label="Last"
        options={ranges}
        value={ranges.find(({ id }) => Number(id) === params.days)?.id ?? null}
        onChange={(days) => onChange({ days: days === '7' ? 7 : days === '90' ? 90 : 30 })}
      />
      <FilterMenu
        label="Measure"
        options={driftMeasures.map((id) => ({ id, label: measureFaces[id].word }))}
        value={params.measure}
        onChange={(measure) => onChange({ measure: measure ?? 'score' })}
      />
      <FilterMenu
        label="Connection"
        options={overview.connections.filter(({ isWatched }) => isWatched).map(({ id, name }) => ({ id, label: name }))}
        value={params.connection}
        onChange={(connection) => onChange({ connection })}
      />
    </Toolbar>
  )
}
