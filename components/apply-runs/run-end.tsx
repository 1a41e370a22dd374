import { DifferenceTable } from '@/components/approvals/difference-table'
import { Message } from '@/components/ui/message'
import { Sentence } from '@/components/ui/sentence'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'

export type RunEndProps = {
  run: Pick<ApplyRunDetail, 'state' | 'problem' | 'difference' | 'connection' | 'stepsDone' | 'stepsTotal' | 'proposal'>
}

/** Why a run ended otherwise than planned: stale with its three columns, failed with its cause, cancelled. Nothing when it did not. */
export function RunEnd({ run }: RunEndProps) {
  if (run.state === 'stale') {
    return (
      <section aria-label="Stale" className="border-b border-line">
        <Message tone="stale" isBanner title="The live state moved after the review.">
          <Sentence text={run.problem ?? 'Nothing was sent.'} /> The approval no longer counts; P-{run.proposal.number}{' '}
          can be planned again on what is live.
        </Message>
        {run.difference && <DifferenceTable difference={run.difference} connectionName={run.connection.name} />}
      </section>
    )
  }
  if (run.state === 'failed') {
    const isUnproven = run.stepsDone === run.stepsTotal
    return (
      <Message
        tone="bad"
        isBanner
        title={
          isUnproven ? 'Applied, and it does not hold.' : `Stopped at step ${run.stepsDone + 1} of ${run.stepsTotal}.`
        }
      >
        <Sentence text={(run.problem ?? 'The cause is in the log.').replace(/^Step \d+: /, '')} />
      </Message>
    )
  }
  if (run.state === 'cancelled') {
    return (
      <Message tone="plain" isBanner title="Cancelled before anything was sent.">
        <Sentence text={run.problem ?? ''} />
      </Message>
    )
  }
  return null
}
