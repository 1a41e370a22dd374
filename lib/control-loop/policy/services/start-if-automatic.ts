import type { Proposal } from '@/generated/prisma/client'
import type { PlanStep } from '@/lib/control-loop/apply/domain/plan-step'
import { executeApplyRunJob } from '@/lib/control-loop/apply/jobs'
import { createApplyRun } from '@/lib/control-loop/apply/services/create-apply-run'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { AutomaticDecision } from '../domain/decide-automatic'
import type { Tally } from '../domain/track-record'
import type { Verdict } from '../domain/verdict'
import { reevaluateProposalsJob } from '../jobs'
import { lockStop } from './find-stop'
import { judgeAutomatic } from './judge-automatic'
import { readPolicy } from './read-policy'

export interface AutomaticStart {
  proposal: Proposal
  revision: number
  built: { plan: PlanStep[]; planHash: string; verdict: Verdict; policyVersion: number }
  record?: ReadonlyMap<string, Tally>
  /** What a rule asks for to protect: it obeys the stop, and needs neither record nor time. */
  isObligation?: boolean
}

/**
 * Starts the apply of what policy allows, in the caller's transaction, or says why a person has to. The run obeys the same protocol as one that a
 * person starts; the database refuses it without the recorded verdict. Once tried by policy, a revision is not tried by it again.
 */
export async function startIfAutomatic(
  tx: Tx,
  ctx: ServiceContext,
  start: AutomaticStart,
): Promise<AutomaticDecision | { outcome: 'not-allowed' }> {
  const { proposal, revision, built } = start
  const { verdict } = built
  if (verdict.decision !== 'allow' || !verdict.facts) return { outcome: 'not-allowed' }
  const { version, policy } = await readPolicy(tx)
  if (version !== built.policyVersion) {
    // Saved while this was drafted: whoever judged what waits may have come before it.
    await enqueueJob(tx, reevaluateProposalsJob, { version, correlationId: proposal.correlationId })
    return { outcome: 'not-allowed' }
  }
  const stop = await lockStop(tx)
  const tried = await tx.applyRun.count({ where: { proposalId: proposal.id, revision, startedBy: 'policy' } })
  if (tried > 0) return { outcome: 'not-allowed' }
  const question = { facts: verdict.facts, draftedAt: proposal.createdAt, now: ctx.now(), policy, stop }
  const decision = start.isObligation
    ? await judgeAutomatic({ ...question, facts: { ...verdict.facts, effects: [] } }, tx)
    : await judgeAutomatic({ ...question, ...(start.record && { record: start.record }) }, tx)
  if (decision.outcome !== 'starts') return decision
  await tx.proposal.update({ where: { id: proposal.id }, data: { state: 'approved' } })
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: proposal.correlationId },
    {
      action: 'proposal.auto-approved',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: { ruleId: verdict.ruleId, policyVersion: built.policyVersion, planHash: built.planHash },
    },
  )
  const run = await createApplyRun(tx, ctx, { proposal, revision, built, startedBy: 'policy' })
  await enqueueJob(tx, executeApplyRunJob, { runId: run.id, correlationId: proposal.correlationId })
  return decision
}
