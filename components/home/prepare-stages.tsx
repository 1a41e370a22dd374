import type { LevelSectionStage } from '@/components/charts/level-section'
import { formatCount } from '@/components/ui/format-count'
import type { Home } from '@/lib/control-loop/overview/contract'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** The five stages with their headline and fact, from what the API counted. */
export function prepareStages({ levels, facts, recentRuns }: Pick<Home, 'levels' | 'facts' | 'recentRuns'>) {
  const running = recentRuns.find((run) => run.state === 'applying')
  const stages: LevelSectionStage[] = [
    {
      key: 'observe',
      name: 'Observe',
      ...levels.observe,
      headline: (
        <>
          <b>{formatCount(facts.connections)}</b> {plural(facts.connections, 'connection', 'connections')}
        </>
      ),
      fact: `${formatCount(facts.changesSinceYesterday)} ${plural(facts.changesSinceYesterday, 'change', 'changes')} since yesterday`,
    },
    {
      key: 'propose',
      name: 'Propose',
      ...levels.propose,
      headline: (
        <>
          <b>{formatCount(levels.propose.now)}</b> being drafted
        </>
      ),
      fact: `${formatCount(facts.draftedByRules)} by rules, ${formatCount(facts.draftedByModel)} by the model`,
    },
    {
      key: 'review',
      name: 'Review',
      ...levels.review,
      isWait: true,
      headline: (
        <>
          <b>{formatCount(facts.waiting)}</b> {plural(facts.waiting, 'waits', 'wait')},{' '}
          <b>{formatCount(facts.waitingForMe)}</b> for you
        </>
      ),
      fact: facts.dueToday > 0 ? `${formatCount(facts.dueToday)} due today` : 'none due today',
    },
    {
      key: 'apply',
      name: 'Apply',
      ...levels.apply,
      isBehindGate: true,
      headline: (
        <>
          <b>{formatCount(facts.running)}</b> running, <b>{formatCount(facts.approvedNotApplied)}</b> approved
        </>
      ),
      fact: running
        ? `R-${running.number} ${running.connection.name}, step ${Math.min(running.stepsDone + 1, running.stepsTotal)} of ${running.stepsTotal}`
        : 'nothing is being applied',
    },
    {
      key: 'verify',
      name: 'Verify',
      ...levels.verify,
      isBehindGate: true,
      headline: (
        <>
          <b>{formatCount(facts.awaitVerification)}</b> {plural(facts.awaitVerification, 'awaits', 'await')} proof
        </>
      ),
      fact:
        facts.verified30d > 0
          ? `${formatCount(facts.held30d)} of ${formatCount(facts.verified30d)} held in 30 days`
          : 'nothing applied in 30 days',
    },
  ]
  return stages
}
