import { LevelSection } from '@/components/charts/level-section'
import type { Home } from '@/lib/control-loop/overview/contract'
import { ChangedLately } from './changed-lately'
import { PipelinesToLookAt } from './pipelines-to-look-at'
import { prepareStages } from './prepare-stages'
import { RecentApplies } from './recent-applies'
import { WaitsForYou } from './waits-for-you'

export type HomeOverviewProps = { home: Home }

/** The section through the channel, and under it what needs someone. */
export function HomeOverview({ home }: HomeOverviewProps) {
  return (
    <>
      <LevelSection stages={prepareStages(home)} />
      <div className="grid grow xl:grid-cols-[minmax(0,1fr)_376px]">
        <div className="min-w-0">
          <WaitsForYou proposals={home.waitsForMe} facts={home.facts} />
          <ChangedLately changes={home.changes} count={home.facts.changesSinceYesterday} />
        </div>
        <div className="min-w-0 border-line max-xl:border-t xl:border-s">
          <PipelinesToLookAt connections={home.unhealthy} total={home.facts.connections} />
          <RecentApplies runs={home.recentRuns} />
        </div>
      </div>
    </>
  )
}
