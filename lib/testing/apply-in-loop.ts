import { startApplyRun } from '@/lib/control-loop/apply/services/start-apply-run'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import type { Loop } from './start-loop'

/** The connection's row once the worker has read it for the first time. Tests only. */
export async function connectionOf(loop: Loop, externalId: string) {
  return loop.until(`a baseline of ${externalId}`, async () => {
    const row = await loop.db.connection.findFirst({ where: { externalId } })
    return row?.baselineSnapshotId ? row : null
  })
}

/** Approves a proposal as a steward, exactly as that steward sees it now. */
export async function approve(loop: Loop, proposalId: string, which: 'first' | 'second' = 'first') {
  const seen = await readProposal(loop.as('steward', which), proposalId)
  const decision = { decision: 'approve' as const, revision: seen.revision, planHash: seen.planHash, reason: null }
  return submitReview(loop.as('steward', which), { proposalId, ...decision })
}

/** Starts the apply of an approved proposal as an engineer. */
export async function apply(loop: Loop, proposalId: string) {
  const seen = await readProposal(loop.as('engineer'), proposalId)
  return startApplyRun(loop.as('engineer'), { proposalId, planHash: seen.planHash })
}

/** Drafts as an engineer, approves as as many stewards as policy asks for, and starts the run. */
export async function approvedRun(loop: Loop, externalId: string, actions: Action[]) {
  const connection = await connectionOf(loop, externalId)
  const drafted = await draftByPerson(loop.as('engineer'), {
    connectionId: connection.id,
    actions,
    rationale: 'For the test.',
    changeIds: [],
  })
  const first = await approve(loop, drafted.id)
  if (first.approvals < first.approvalsNeeded) await approve(loop, drafted.id, 'second')
  return { proposalId: drafted.id, runId: (await apply(loop, drafted.id)).id }
}

/** Waits until a run is in one of these states. */
export async function runIn(loop: Loop, runId: string, states: string[]) {
  return loop.until(`run in ${states.join(' or ')}`, async () => {
    const run = await loop.db.applyRun.findUniqueOrThrow({ where: { id: runId } })
    return states.includes(run.state) ? run : null
  })
}
