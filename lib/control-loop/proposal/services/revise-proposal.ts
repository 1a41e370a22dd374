import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { ReviseProposalRequest } from '../contract'
import { describeActions } from '../domain/describe-actions'
import { buildRevision, revisionRow } from './build-revision'
import { gatherSignals } from './gather-signals'
import { parseRevision } from './parse-revision'
import { requireFeasible } from './require-feasible'

const editable: readonly string[] = ['proposed', 'in_review', 'approved', 'stale', 'failed']

/**
 * Writes a new revision: an edit, or a re-plan on the state as it is now. The person becomes its editor and can no longer approve it; approvals
 * of the revision before are void. Refuses when somebody else wrote a revision meanwhile.
 */
export async function reviseProposal(
  ctx: ServiceContext,
  input: ReviseProposalRequest & { proposalId: string },
): Promise<{ revision: number }> {
  requirePermission(ctx.actor, 'proposals.write')
  const proposal = await db.proposal.findUnique({ where: { id: input.proposalId }, include: { connection: true } })
  if (!proposal) throw new NotFoundError('There is no such proposal.')
  const { connection } = proposal
  if (connection.externalId === null) {
    throw new ConflictError(
      'A connection that is to be created is edited in Map a source, and staged for review again.',
    )
  }
  if (!connection.latestSnapshotId) throw new ConflictError(`${connection.schemaName} has no snapshot yet.`)
  await refuseOldGround(proposal.id, connection.refreshedAt)
  const before = parseRevision(
    await db.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: proposal.id, revision: proposal.revision } },
    }),
  )
  const tree = await loadTree(connection.latestSnapshotId)
  const policy = await readPolicy()
  const { signals, signalsComplete } = await gatherSignals(connection.id, input.actions)
  const built = buildRevision(
    {
      actions: input.actions,
      rationale: input.rationale,
      evidence: before.evidence,
      drafters: [
        ...before.drafters,
        { source: 'person', name: ctx.actor.name, part: `revision ${proposal.revision + 1}` },
      ],
      drafting: before.drafting,
      authorKind: 'person',
      editorUserId: ctx.actor.userId,
      fallbackPath: describeActions(before.actions, before.plan[0]?.title.split(' ').at(-1) ?? '').path,
      impact: before.impact,
    },
    {
      tree,
      paused: connection.paused,
      connectionExternalId: externalIdOf(connection),
      policy,
      signals,
      signalsComplete,
    },
  )
  requireFeasible(built)
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${proposal.id}::uuid FOR UPDATE`
    const current = await tx.proposal.findUniqueOrThrow({ where: { id: proposal.id } })
    if (current.revision !== input.revision) {
      throw new ConflictError(
        `Revision ${current.revision} was written meanwhile. Your text is kept; read it and try again.`,
        { revision: current.revision },
        'another-revision',
      )
    }
    if (!editable.includes(current.state)) {
      throw new ConflictError(`P-${current.number} is ${current.state.replace('_', ' ')} and cannot be edited.`)
    }
    const revision = current.revision + 1
    await tx.proposalRevision.create({ data: revisionRow(proposal.id, revision, built) })
    await tx.review.updateMany({
      where: { proposalId: proposal.id, decision: 'approve', voidedAt: null },
      data: { voidedAt: ctx.now(), voidReason: `Revision ${revision} replaced the one that was approved.` },
    })
    await tx.proposal.update({
      where: { id: proposal.id },
      data: {
        revision,
        state: 'in_review',
        risk: built.risk.risk,
        dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
      },
    })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.revised',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: {
          revision,
          risk: built.risk.risk,
          riskBefore: before.risk,
          planHash: built.planHash,
          planHashBefore: before.planHash,
        },
      },
    )
    return { revision }
  })
}

/** A run that ended stale asked for a fresh reading: planning before it landed would make the very plan that was refused. */
async function refuseOldGround(proposalId: string, readAt: Date | null): Promise<void> {
  const stale = await db.applyRun.findFirst({ where: { proposalId, state: 'stale' }, orderBy: { number: 'desc' } })
  if (!stale?.finishedAt || (readAt && readAt > stale.finishedAt)) return
  throw new ConflictError(
    'Headgate is reading the connection again. Plan it when the new reading is there.',
    {},
    'reading-again',
  )
}
