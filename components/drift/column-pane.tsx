'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DistributionChart } from '@/components/charts/distribution-chart'
import { DistributionTable } from '@/components/charts/distribution-table'
import { MeasureByDayChart } from '@/components/charts/measure-by-day-chart'
import { prepareDistribution } from '@/components/charts/prepare-distribution'
import { prepareMeasureByDay } from '@/components/charts/prepare-measure-by-day'
import { QueryView } from '@/components/connections/query-view'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import type { ColumnDriftQuery, ColumnDriftView } from '@/lib/capabilities/drift/contract'
import { columnDriftQuery } from '@/lib/capabilities/drift/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { BaselineDialog } from './baseline-dialog'
import { baselineWords, dayWords } from './baseline-words'
import { ColumnFigures } from './column-figures'
import type { DriftMeasure } from './drift-params'
import { measureFaces } from './measure-words'
import { SuspectList } from './suspect-list'

export type ColumnPaneProps = { asked: ColumnDriftQuery; measure: DriftMeasure; role: Role | null }

/** One column: how it stands, over time, both distributions, what may be the cause and what can be done. */
export function ColumnPane({ asked, measure, role }: ColumnPaneProps) {
  const query = useQuery(columnDriftQuery(asked))
  return (
    <QueryView query={query} what="The column was not read" reading="Reading the column">
      {(view) => <Content view={view} measure={measure} role={role} />}
    </QueryView>
  )
}

function Content({ view, measure, role }: { view: ColumnDriftView; measure: DriftMeasure; role: Role | null }) {
  const now = useNow()
  const [isTable, setIsTable] = useState(false)
  const [isMoving, setIsMoving] = useState(false)
  const [, watch, over] = measureFaces[measure].bounds
  const byDay = prepareMeasureByDay(
    view.history.map((point) => ({ at: point.at, value: point[measure] })),
    view.applied,
    { name: measureFaces[measure].word, watch, over },
  )
  const distribution = prepareDistribution(view.detail.bins)
  const day = dayWords(view.current.measuredAt, now)
  return (
    <>
      <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 className="min-w-0">
          <PathName path={[view.schema, view.table, view.column]} />
        </h2>
        {view.incident ? (
          <Link href={`/incidents?incident=${view.incident.number}`}>
            <span className="text-xs text-bad-ink">Drifted, incident I-{view.incident.number}</span>
          </Link>
        ) : (
          <span className="text-xs text-ink-2">
            {{ drift: 'Drifted', stable: 'Stable', 'cannot-tell': 'Cannot tell' }[view.verdict]}
          </span>
        )}
      </header>
      <ColumnFigures view={view} measure={measure} />
      <p className="px-4 pb-3 text-xs leading-[18px] text-ink-2">{view.detail.why}.</p>
      <Section isFollowing gutter="inspector" title={`${measureFaces[measure].word} over time`}>
        <MeasureByDayChart measure={byDay} watch={watch} over={over} />
        <p className="px-4 pb-2 text-xs text-ink-3">{byDay.summary}</p>
      </Section>
      <Section
        isFollowing
        gutter="inspector"
        title="Distribution"
        note="% of rows with a value"
        actions={
          distribution.bars.length > 0 && (
            <Button kind="quiet" size="sm" onPress={() => setIsTable(!isTable)}>
              {isTable ? 'As chart' : 'As table'}
            </Button>
          )
        }
      >
        {distribution.bars.length === 0 ? (
          <p className="px-4 py-3 text-xs leading-[18px] text-ink-2">
            {view.detail.isSensitive
              ? 'Values of this column do not leave the warehouse: it is judged by counts alone.'
              : 'Keys, moments and values that hardly repeat are judged by counts alone.'}
          </p>
        ) : isTable ? (
          <DistributionTable distribution={distribution} />
        ) : (
          <DistributionChart distribution={distribution} />
        )}
        <p className="px-4 py-2 text-xs text-ink-3">
          Bars: now. Line: {baselineWords(view.baseline, now)}. {distribution.summary}
        </p>
      </Section>
      <Section isFollowing gutter="inspector" title="Likely cause" note="what happened before, not proof">
        <div className="px-4 py-3">
          {view.incident ? (
            <SuspectList suspects={view.incident.suspects} />
          ) : (
            <p className="text-xs text-ink-2">Nothing moved that would need a cause.</p>
          )}
        </div>
      </Section>
      <div className="border-t border-line px-4 py-3">
        <Button
          onPress={() => setIsMoving(true)}
          disabledReason={can(role, 'proposals.write') ? null : `${whoMay('proposals.write')} propose a new normal.`}
        >
          New normal from {day}…
        </Button>
      </div>
      {isMoving && <BaselineDialog view={view} day={day} isOpen onOpenChange={setIsMoving} />}
    </>
  )
}
