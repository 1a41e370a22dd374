'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { rightReason } from '@/components/connections/right-reason'
import { ProblemMessage } from '@/components/console/problem-message'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import { showToast } from '@/components/ui/toast'
import type { QualityOverview } from '@/lib/capabilities/quality/contract'
import { qualityQuery, runChecksMutation } from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ChecksTable } from './checks-table'
import { QualityAside } from './quality-aside'
import { QualityEmpty } from './quality-empty'
import { type QualityParams, qualityParams } from './quality-params'
import { QualityToolbar } from './quality-toolbar'
import { RecoveredTable } from './recovered-table'
import { ScoreStrip } from './score-strip'

export type QualityPageProps = { role: Role | null }

const titles = { failing: 'Failing now', warning: 'Warning now', 'not-run': 'Not run', passing: 'Holding' } as const

/** What rows are held to, failing first: scores, the checks with their last runs, what recovered, and what is held to nothing. */
export function QualityPage({ role }: QualityPageProps) {
  const client = useQueryClient()
  const [params, setParams] = useQueryStates(qualityParams)
  const query = useQuery({ ...qualityQuery(filtersOf(params)), placeholderData: keepPreviousData })
  const run = useMutation({
    ...runChecksMutation(client),
    onSuccess: () => showToast('The worker looks at the rows now.'),
  })
  const overview = query.data ?? null
  const connections = [...new Set((overview?.items ?? []).map(({ connection }) => connection.id))]
  return (
    <PageFrame crumbs={[{ label: 'Quality' }]} scroll="panes">
      <h1 className="sr-only">Quality</h1>
      <QualityToolbar
        params={params}
        overview={overview}
        onChange={(change) => setParams(change)}
        runRefusal={rightReason(role, 'quality.run', 'run checks')}
        isRunning={run.isPending}
        onRun={() => run.mutate(connections)}
      />
      <ProblemMessage error={run.error} what="Running the checks" />
      <RefetchBar isFetching={query.isFetching && overview !== null} />
      {query.error && !overview ? (
        <QueryProblem
          title="The checks were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : overview ? (
        <Overview overview={overview} params={params} />
      ) : (
        <Skeleton label="Reading checks" rows={10} look="two-line" />
      )}
    </PageFrame>
  )
}

function Overview({ overview, params }: { overview: QualityOverview; params: QualityParams }) {
  if (overview.connections.length === 0)
    return (
      <SplitPane end={<QualityAside overview={overview} />} endLabel="Cover" endWidth={328} isEndContent>
        <QualityEmpty overview={overview} params={params} />
      </SplitPane>
    )
  return (
    <>
      <ScoreStrip overview={overview} params={params} />
      <SplitPane end={<QualityAside overview={overview} />} endLabel="Cover" endWidth={328} isEndContent>
        <Section
          title={params.state ? titles[params.state] : 'Checks'}
          note={params.state ? String(overview.items.length) : `${overview.items.length}, failing first`}
        >
          {overview.items.length === 0 ? (
            <QualityEmpty overview={overview} params={params} />
          ) : (
            <ChecksTable label="Checks" checks={overview.items} />
          )}
        </Section>
        {overview.recovered.length > 0 && (
          <Section title="Recovered in 24 h" note={String(overview.recovered.length)} isFollowing>
            <RecoveredTable checks={overview.recovered} />
          </Section>
        )}
        <p className="px-5 py-3 text-xs text-ink-3">
          Checks are read-only statements in the warehouse; what they count is kept, rows are not.
        </p>
      </SplitPane>
    </>
  )
}

function filtersOf({ state, connection, kind, days }: QualityParams) {
  return { state: state ?? undefined, connection: connection ?? undefined, kind: kind ?? undefined, days }
}
