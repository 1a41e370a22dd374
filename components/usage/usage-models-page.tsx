'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { prepareSpendByDay } from '@/components/charts/prepare-spend-by-day'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { useNow } from '@/components/layout/use-now'
import type { Usage } from '@/lib/capabilities/model/contract'
import { modelSettingsQuery, modelUsageQuery } from '@/lib/capabilities/model/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { prepareHead, prepareSpendDays } from './prepare-usage'
import { StoppedBanner } from './stopped-banner'
import { UsageAside } from './usage-aside'
import { UsageEmpty } from './usage-empty'
import { UsageFigures } from './usage-figures'
import { UsageMain } from './usage-main'
import { daysOfPeriod, usageParams } from './usage-params'
import { UsageToolbar } from './usage-toolbar'

export type UsageModelsPageProps = { role: Role | null }

/** What language models cost and whether they were right, with the switch that stops them. */
export function UsageModelsPage({ role }: UsageModelsPageProps) {
  const now = useNow()
  const [params, setParams] = useQueryStates(usageParams)
  const span = daysOfPeriod(params.period, now)
  const settings = useQuery(modelSettingsQuery())
  const usage = useQuery({ ...modelUsageQuery(span.days), placeholderData: keepPreviousData })
  const mayStop = can(role, 'models.configure')
  return (
    <PageFrame crumbs={[{ label: 'Usage & cost' }, { label: 'Models' }]} scroll="panes">
      <h1 className="sr-only">Usage and cost of models</h1>
      <QueryView query={settings} what="The models’ settings were not read" reading="Reading the models">
        {(found) => (
          <QueryView query={usage} what="The usage was not read" reading="Reading the usage">
            {(used) =>
              found.providers.length === 0 && used.tasks.every(({ calls }) => calls === 0) ? (
                <UsageEmpty mayEdit={mayStop} />
              ) : (
                <>
                  <UsageToolbar
                    params={params}
                    settings={found}
                    mayStop={mayStop}
                    onChange={(part) => setParams(part)}
                  />
                  {found.stopped && <StoppedBanner stopped={found.stopped} mayStart={mayStop} />}
                  <UsageFigures
                    month={used.total.month}
                    head={prepareHead(used)}
                    forecastMicros={params.period === 'month' ? forecastOf(used, now) : null}
                    now={now}
                  />
                  <SplitPane
                    isEndContent
                    endWidth={376}
                    endLabel="Models, limits and what may leave"
                    end={<UsageAside usage={used} settings={found} now={now} />}
                  >
                    <UsageMain usage={used} settings={found} task={params.task} period={params.period} now={now} />
                  </SplitPane>
                </>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </PageFrame>
  )
}

/** Where this month's spend of all tasks ends at its present average. */
function forecastOf(usage: Usage, now: Date): number | null {
  const { from, to } = daysOfPeriod('month', now)
  const today = now.toISOString().slice(0, 10)
  const days = prepareSpendDays(usage, null)
  return prepareSpendByDay({ days, from, to, today, monthBudgetMicros: null }).forecastMicros
}
