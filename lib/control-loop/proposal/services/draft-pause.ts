import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { fulfilObligations } from '@/lib/control-loop/policy/services/fulfil-obligations'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { openProposalStates } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import type { Action } from '../domain/action'
import type { Evidence } from '../domain/evidence'
import { toDbState } from '../domain/proposal-state'
import { buildRevision, revisionRow } from './build-revision'
import { gatherSignals } from './gather-signals'
import { parseRevision } from './parse-revision'

/**
 * Proposes to pause a connection, for a reason a rule found. Nothing is proposed of one that is paused already, or while an open proposal would pause it;
 * whether it goes by itself is the policy's to say.
 */
export async function draftPause(
  ctx: ServiceContext,
  connectionId: string,
  reason: { ruleId: string; rationale: string; evidence: Evidence },
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  if (!connection.latestSnapshotId || connection.paused) return
  const tree = await loadTree(connection.latestSnapshotId)
  const actions: Action[] = [{ kind: 'pause-connection' }]
  const policy = await readPolicy()
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    const open = await tx.proposal.findMany({
      where: { connectionId, table: null, state: { in: openProposalStates.map(toDbState) } },
      include: { revisions: { orderBy: { revision: 'desc' }, take: 1 } },
    })
    const isWaiting = open.some(({ revisions: [latest] }) =>
      latest ? parseRevision(latest).actions.some(({ kind }) => kind === 'pause-connection') : false,
    )
    if (isWaiting) return
    const { signals, signalsComplete } = await gatherSignals(connectionId, actions, tx)
    const built = buildRevision(
      {
        actions,
        rationale: reason.rationale,
        evidence: [
          reason.evidence,
          { verdict: 'against', text: 'While it is paused nothing new lands, good rows either', measure: null },
        ],
        drafters: [{ source: 'rule', name: reason.ruleId, part: 'actions and evidence' }],
        authorKind: 'rule',
        editorUserId: null,
        fallbackPath: connection.schemaName,
        impact: [],
      },
      { tree, paused: false, connectionExternalId: externalIdOf(connection), policy, signals, signalsComplete },
    )
    const proposal = await tx.proposal.create({
      data: {
        connectionId,
        state: 'in_review',
        risk: built.risk.risk,
        authorKind: 'rule',
        dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
        correlationId: ctx.correlationId,
      },
    })
    await tx.proposalRevision.create({ data: revisionRow(proposal.id, 1, built) })
    await recordAuditEvent(tx, ctx, {
      action: 'proposal.drafted',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: { ruleId: reason.ruleId, path: connection.schemaName, risk: built.risk.risk, planHash: built.planHash },
    })
    await fulfilObligations(tx, ctx, { cause: proposal, verdict: built.verdict, connection, tree })
  })
}
