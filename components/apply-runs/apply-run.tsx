import { ProblemMessage } from '@/components/console/problem-message'
import { PageHeader } from '@/components/layout/page-header'
import { formatClock, formatClockSeconds, formatDistance } from '@/components/ui/format-time'
import { HashText } from '@/components/ui/hash-text'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { StageRail } from '@/components/ui/stage-rail'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { ChecksSection } from './checks-section'
import { prepareRunRail } from './prepare-run-rail'
import { RunActions } from './run-actions'
import { RunAside } from './run-aside'
import { RunEnd } from './run-end'
import { StepTitle } from './step-title'
import { StepsTable } from './steps-table'
import { StopSection } from './stop-section'

export type ApplyRunProps = {
  run: ApplyRunDetail
  now: number
  /** Set while the last reading failed: what is shown is older than it should be. */
  readProblem: Error | null
}

/** A run: head, stage rail, steps, what if it stops, verification; log and way back at the end. */
export function ApplyRun({ run, now, readProblem }: ApplyRunProps) {
  const rail = prepareRunRail(run, now)
  const hasStop = run.state === 'waiting' || run.state === 'applying' || run.state === 'failed'
  // A run that stopped has nothing to verify; one that was verified keeps its checks, held or not.
  const hasChecks = run.verification !== null || ['waiting', 'applying', 'applied'].includes(run.state)
  return (
    <div className="flex min-h-0 grow flex-col md:overflow-y-auto xl:overflow-hidden">
      <PageHeader
        title={<StepTitle title={run.title} size="title" />}
        status={<StateGlyph state={run.state} size="header" />}
        meta={<RunMeta run={run} now={now} />}
        actions={<RunActions run={run} />}
      />
      <div className="border-y border-line px-5 pt-2 pb-3 md:pb-1">
        <div className="overflow-x-auto overflow-y-hidden">
          <div className="min-w-[480px]">
            <StageRail stages={rail.stages} gate={rail.gate} />
          </div>
        </div>
      </div>
      {readProblem && <ProblemMessage error={readProblem} what="Reading the run again" />}
      <RunEnd run={run} />
      <div className="flex min-h-0 grow flex-col xl:flex-row">
        <div className="min-w-0 grow xl:overflow-y-auto">
          <Section title="Steps" note="shown to the approvers, executed as shown">
            <StepsTable run={run} />
          </Section>
          {hasStop && <StopSection run={run} />}
          {hasChecks && <ChecksSection run={run} />}
        </div>
        <aside
          aria-label="Log and way back"
          className="flex min-h-0 shrink-0 flex-col border-line max-xl:border-t xl:w-100 xl:overflow-y-auto xl:border-s"
        >
          <RunAside run={run} />
        </aside>
      </div>
    </div>
  )
}

function RunMeta({ run, now }: Pick<ApplyRunProps, 'run' | 'now'>) {
  const approvals = run.approvedBy.map((person) => `${person.name} ${formatClock(person.at)}`).join(' and ')
  const startedAt = run.startedAt ?? run.createdAt
  return (
    <>
      R-{run.number} from{' '}
      <Link href={`/approvals/${run.proposal.id}`} tone="ink-2">
        P-{run.proposal.number}
      </Link>
      {' · '}
      {approvals ? `approved by ${approvals}` : 'allowed by policy'}
      {' · plan '}
      <HashText hash={run.planHash} />
      {` · started by ${run.startedByName} at ${formatClockSeconds(startedAt)}, ${formatDistance(startedAt, now)}`}
    </>
  )
}
