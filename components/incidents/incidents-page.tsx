'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip } from '@/components/ui/filter-chip'
import { Toolbar } from '@/components/ui/toolbar'
import { incidentsQuery } from '@/lib/capabilities/drift/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { IncidentDetail } from './incident-detail'
import { IncidentList } from './incident-list'
import { incidentParams, incidentsHref } from './incident-params'

export type IncidentsPageProps = { role: Role | null }

/** What moved without anybody having decided it: findings of one cause as one incident. */
export function IncidentsPage({ role }: IncidentsPageProps) {
  const [params] = useQueryStates(incidentParams)
  const query = useQuery(incidentsQuery({ state: params.state }))
  return (
    <PageFrame crumbs={[{ label: 'Incidents' }]} scroll="panes">
      <h1 className="sr-only">Incidents</h1>
      <QueryView query={query} what="The incidents were not read" reading="Reading incidents">
        {({ items, counts }) => {
          const selected = items.find(({ number }) => number === params.incident) ?? items[0] ?? null
          return (
            <>
              <Toolbar label="Which incidents">
                <FilterChip
                  href={incidentsHref(params, { state: 'open', incident: null })}
                  isOn={params.state === 'open'}
                  count={counts.open}
                >
                  Open
                </FilterChip>
                <FilterChip
                  href={incidentsHref(params, { state: 'closed', incident: null })}
                  isOn={params.state === 'closed'}
                  count={counts.closed}
                >
                  Closed
                </FilterChip>
              </Toolbar>
              {selected === null ? (
                <EmptyState
                  title={params.state === 'open' ? 'No incident is open.' : 'No incident was closed yet.'}
                  actions={<ButtonLink href="/drift">Open Drift</ButtonLink>}
                >
                  An incident opens when rows move beyond chance and beyond what matters, or come late or too few. It
                  closes by a person, or by itself when its findings clear.
                </EmptyState>
              ) : (
                <SplitPane
                  isEndContent
                  endWidth={392}
                  endLabel="The incident"
                  end={<IncidentDetail key={selected.id} incident={selected} role={role} />}
                >
                  <IncidentList items={items} params={params} selected={selected} />
                </SplitPane>
              )}
            </>
          )
        }}
      </QueryView>
    </PageFrame>
  )
}
