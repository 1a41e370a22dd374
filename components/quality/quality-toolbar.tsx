'use client'

import { Download, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Segmented } from '@/components/ui/segmented'
import { Toolbar } from '@/components/ui/toolbar'
import type { QualityOverview } from '@/lib/capabilities/quality/contract'
import { downloadText } from './download-text'
import { checksToCsv, checksToJson } from './prepare-checks-file'
import { checkKinds, dayRanges, kindWords, type QualityParams, qualityHref } from './quality-params'

export type QualityToolbarProps = {
  params: QualityParams
  overview: QualityOverview | null
  onChange: (change: Partial<QualityParams>) => void
  /** Why this person may not run checks; null for one who may. */
  runRefusal: string | null
  isRunning: boolean
  onRun: () => void
}

const chips = [
  { state: 'failing', word: 'Failing', count: 'failing' },
  { state: 'warning', word: 'Warning', count: 'warning' },
  { state: 'not-run', word: 'Not run', count: 'notRun' },
  { state: null, word: 'All', count: 'all' },
] as const

/** What is listed and over how many days; every choice is part of the address. Files hold what is listed. */
export function QualityToolbar(props: QualityToolbarProps) {
  const { params, overview, onChange, runRefusal, isRunning, onRun } = props
  const hasChecks = (overview?.items.length ?? 0) > 0
  return (
    <Toolbar
      label="Which checks"
      end={
        <>
          <Button
            icon={<Icon of={Download} />}
            isDisabled={!hasChecks}
            onPress={() => downloadText('checks.csv', 'text/csv', checksToCsv(overview?.items ?? []))}
          >
            CSV
          </Button>
          <Button
            isDisabled={!hasChecks}
            onPress={() => downloadText('checks.json', 'application/json', checksToJson(overview?.items ?? []))}
          >
            JSON
          </Button>
          <Button
            icon={<Icon of={Play} />}
            isDisabled={!hasChecks}
            isPending={isRunning}
            disabledReason={runRefusal}
            onPress={onRun}
          >
            Run now
          </Button>
        </>
      }
    >
      {chips.map(({ state, word, count }) => (
        <FilterChip
          key={word}
          href={qualityHref(params, { state })}
          isOn={params.state === state}
          count={overview?.counts[count]}
        >
          {word}
        </FilterChip>
      ))}
      <FilterMenu
        label="Connection"
        options={(overview?.connections ?? []).map(({ connection, checks }) => ({
          id: connection.id,
          label: revealInvisible(connection.name),
          count: checks,
        }))}
        value={params.connection}
        onChange={(connection) => onChange({ connection })}
      />
      <FilterMenu
        label="Kind"
        options={checkKinds.map((kind) => ({ id: kind, label: kindWords[kind] }))}
        value={params.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Segmented
        label="Days"
        size="sm"
        options={dayRanges.map((days) => ({ id: String(days), label: `${days} d` }))}
        value={String(params.days)}
        onChange={(id) => onChange({ days: dayRanges.find((days) => String(days) === id) ?? 14 })}
      />
    </Toolbar>
  )
}
