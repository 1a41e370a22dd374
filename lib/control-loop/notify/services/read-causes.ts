import { describeActions } from '@/lib/control-loop/proposal/domain/describe-actions'
import { fromDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import {
  countedApprovals,
  currentRevision,
  objectPath,
  summaryInclude,
} from '@/lib/control-loop/proposal/services/summarise-proposal'
import { db } from '@/lib/platform/db/client'
import type { CauseFacts } from '../domain/compose-notice'

/** What a thread is about as it stands now, newest first. */
export async function readCauses(threadId: string, now: Date): Promise<CauseFacts[]> {
  const causes = await db.noticeCause.findMany({
    where: { threadId },
    include: { proposal: { include: summaryInclude } },
    orderBy: [{ at: 'desc' }, { proposalId: 'desc' }],
  })
  return causes.map(({ proposal }) => {
    const revision = currentRevision(proposal)
    const fallback = objectPath(proposal)
    const { verb, path } = describeActions(revision.actions, fallback)
    return {
      id: proposal.id,
      number: proposal.number,
      state: fromDbState(proposal.state),
      risk: revision.risk,
      verb,
      path: path || fallback,
      connection: proposal.connection.schemaName,
      impact: revision.impact,
      wayBack: revision.wayBack.sentence,
      dueAt: proposal.dueAt,
      approvals: countedApprovals(proposal, revision.planHash, now).length,
      approvalsNeeded: revision.verdict.approvalsNeeded,
    }
  })
}
