'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import type { ColumnDriftRow, DriftOverview } from '@/lib/capabilities/drift/contract'
import { driftQuery } from '@/lib/capabilities/drift/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ColumnPane } from './column-pane'
import { ColumnsByEffect } from './columns-by-effect'
import { DaysTable } from './days-table'
import { DriftEmpty } from './drift-empty'
import { type DriftParams, driftParams } from './drift-params'
import { DriftToolbar } from './drift-toolbar'
import { TablesByDay } from './tables-by-day'

export type DriftPageProps = { role: Role | null }

/** Which rows moved away from what is normal, when, how far, and what may be the cause. */
export function DriftPage({ role }: DriftPageProps) {
  const [params, setParams] = useQueryStates(driftParams)
  const query = useQuery(driftQuery({ days: params.days, connectionId: params.connection ?? undefined }))
  return (
    <PageFrame crumbs={[{ label: 'Drift' }]} scroll="panes">
      <h1 className="sr-only">Drift</h1>
      <QueryView query={query} what="Drift was not read" reading="Reading drift">
        {(overview) =>
          overview.tables.length === 0 && params.connection === null ? (
            <DriftEmpty connections={overview.connections} />
          ) : (
            <>
              <DriftToolbar overview={overview} params={params} onChange={(change) => setParams(change)} />
              <Panes overview={overview} params={params} role={role} onChange={(change) => setParams(change)} />
            </>
          )
        }
      </QueryView>
    </PageFrame>
  )
}

type PanesProps = {
  overview: DriftOverview
  params: DriftParams
  role: Role | null
  onChange: (change: Partial<DriftParams>) => void
}

function Panes({ overview, params, role, onChange }: PanesProps) {
  const chosen = overview.columns.find((row) => isChosen(row, params)) ?? null
  const selected = chosen ?? overview.columns[0] ?? null
  return (
    <SplitPane
      isEndContent
      endWidth={392}
      endLabel="The column"
      end={
        selected && (
          <ColumnPane
            key={`${selected.connectionId} ${selected.schema} ${selected.table} ${selected.column}`}
            asked={{
              connectionId: selected.connectionId,
              schema: selected.schema,
              table: selected.table,
              column: selected.column,
              days: params.days,
            }}
            measure={params.measure}
            role={role}
          />
        )
      }
    >
      {params.asTable ? (
        <DaysTable overview={overview} measure={params.measure} />
      ) : (
        <TablesByDay overview={overview} params={params} />
      )}
      <ColumnsByEffect
        overview={overview}
        params={params}
        selected={selected}
        onSelect={({ connectionId, schema, table, column }) => onChange({ of: connectionId, schema, table, column })}
      />
    </SplitPane>
  )
}

function isChosen(row: ColumnDriftRow, { of, schema, table, column }: DriftParams): boolean {
  return row.connectionId === of && row.schema === schema && row.table === table && row.column === column
}
