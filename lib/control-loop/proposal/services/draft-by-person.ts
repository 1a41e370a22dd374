import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { fulfilObligations } from '@/lib/control-loop/policy/services/fulfil-obligations'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { loadTree, parseBaseline } from '@/lib/control-loop/snapshot/services/load-tree'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { DraftProposalRequest } from '../contract'
import { describeActions } from '../domain/describe-actions'
import type { Evidence } from '../domain/evidence'
import { buildRevision, revisionRow } from './build-revision'
import { gatherSignals } from './gather-signals'
import { requireFeasible } from './require-feasible'

/**
 * A person proposes: the same checker, policy and gates as for a rule's draft. The person becomes the author and can never approve it. Refuses
 * actions that cannot be done, naming each one.
 */
export async function draftByPerson(
  ctx: ServiceContext,
  input: DraftProposalRequest,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'proposals.write')
  const connection = await db.connection.findUnique({ where: { id: input.connectionId } })
  if (!connection) throw new NotFoundError('There is no such connection.')
  if (!connection.latestSnapshotId || !parseBaseline(connection.baseline)) {
    throw new ConflictError(`${connection.schemaName} has no snapshot yet. Refresh it first.`)
  }
  const tree = await loadTree(connection.latestSnapshotId)
  const policy = await readPolicy()
  const { signals, signalsComplete } = await gatherSignals(connection.id, input.actions)
  const { path } = describeActions(input.actions, '')
  const built = buildRevision(
    {
      actions: input.actions,
      rationale: input.rationale,
      evidence: evidenceOf(ctx.actor.name),
      drafters: [{ source: 'person', name: ctx.actor.name, part: 'all' }],
      authorKind: 'person',
      editorUserId: ctx.actor.userId,
      fallbackPath: path,
      impact: [],
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
    const changes = await tx.change.findMany({
      where: { id: { in: input.changeIds }, connectionId: connection.id, state: 'open' },
    })
    if (changes.length !== new Set(input.changeIds).size) {
      throw new ConflictError('A change this answers is no longer open. Look at the connection again.')
    }
    const [first] = input.actions
    const proposal = await tx.proposal.create({
      data: {
        connectionId: connection.id,
        state: 'in_review',
        risk: built.risk.risk,
        schema: first && 'schema' in first ? first.schema : (changes[0]?.schema ?? null),
        table: first && 'table' in first ? first.table : (changes[0]?.table ?? null),
        column: first && 'column' in first ? first.column : (changes[0]?.column ?? null),
        authorKind: 'person',
        authorUserId: ctx.actor.userId,
        dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
        correlationId: changes[0]?.correlationId ?? ctx.correlationId,
        changes: { create: changes.map(({ id }) => ({ changeId: id })) },
      },
    })
    await tx.proposalRevision.create({ data: revisionRow(proposal.id, 1, built) })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.drafted',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: {
          path,
          risk: built.risk.risk,
          planHash: built.planHash,
          actions: built.actions.map(({ kind }) => kind),
        },
      },
    )
    await fulfilObligations(tx, ctx, { cause: proposal, verdict: built.verdict, connection, tree })
    return { id: proposal.id, number: proposal.number }
  })
}

function evidenceOf(name: string): Evidence[] {
  return [{ verdict: 'neutral', text: `${name} asked for this; no rule measured anything`, measure: null }]
}
