import type { Connection, Proposal } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { openThreads } from '@/lib/control-loop/notify/services/open-threads'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { buildRevision, revisionRow } from '@/lib/control-loop/proposal/services/build-revision'
import { gatherSignals } from '@/lib/control-loop/proposal/services/gather-signals'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { openProposalStates } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { Verdict } from '../domain/verdict'
import { readPolicy } from './read-policy'
import { startIfAutomatic } from './start-if-automatic'

export interface Obliged {
  /** What the rule spoke of. */
  cause: Proposal
  verdict: Verdict
  connection: Connection
  tree: SchemaTree
}

/** Does what the rule that decided asks for beside its decision, in the transaction in which its proposal is written. */
export async function fulfilObligations(tx: Tx, ctx: ServiceContext, obliged: Obliged): Promise<void> {
  for (const obligation of obliged.verdict.obligations ?? []) {
    switch (obligation) {
      case 'pause-connection':
        await pauseConnection(tx, ctx, obliged)
        break
      case 'open-ticket':
        await openThreads(tx, ctx, obliged.cause, 'ticket')
        break
      case 'notify':
        await openThreads(tx, ctx, obliged.cause, 'message')
        break
    }
  }
}

/**
 * Pauses the connection by the protocol of every apply: a proposal of the rule's with its own run, read back and in the audit. Once: while the connection is
 * paused, or such a pause is under way, nothing more is written. Resuming is a person's proposal.
 */
async function pauseConnection(
  tx: Tx,
  ctx: ServiceContext,
  { cause, verdict, connection, tree }: Obliged,
): Promise<void> {
  const actions: Action[] = [{ kind: 'pause-connection' }]
  if (connection.paused || connection.externalId === null || (await isPauseUnderWay(tx, connection.id))) return
  const policy = await readPolicy(tx)
  const { signals, signalsComplete } = await gatherSignals(connection.id, actions, tx)
  const built = buildRevision(
    {
      actions,
      rationale: `P-${cause.number} is ${cause.risk} risk, and a rule of the policy asks to pause until it is decided.`,
      evidence: [{ verdict: 'for', text: verdict.reason, measure: null }],
      drafters: [{ source: 'rule', name: verdict.ruleId, part: 'obligation' }],
      authorKind: 'rule',
      editorUserId: null,
      fallbackPath: '',
      impact: [],
    },
    { tree, paused: false, connectionExternalId: externalIdOf(connection), policy, signals, signalsComplete },
  )
  const decided: Verdict = {
    ...built.verdict,
    decision: 'allow',
    ruleId: verdict.ruleId,
    reason: `The rule that judged P-${cause.number} asks for it.`,
    obligations: [],
  }
  const obligation = { ...built, verdict: decided }
  const proposal = await tx.proposal.create({
    data: {
      connectionId: connection.id,
      state: 'in_review',
      risk: built.risk.risk,
      authorKind: 'rule',
      dueAt: new Date(ctx.now().getTime() + policy.policy[built.risk.risk].dueHours * 3_600_000),
      correlationId: cause.correlationId,
    },
  })
  await tx.proposalRevision.create({ data: revisionRow(proposal.id, 1, obligation) })
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: cause.correlationId },
    {
      action: 'proposal.drafted',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: {
        ruleId: verdict.ruleId,
        obligation: 'pause-connection',
        cause: `P-${cause.number}`,
        planHash: built.planHash,
      },
    },
  )
  await startIfAutomatic(tx, ctx, { proposal, revision: 1, built: obligation, isObligation: true })
}

/** A pause that failed or went stale has paused nothing: the next high risk must try again rather than trust it. */
async function isPauseUnderWay(tx: Tx, connectionId: string): Promise<boolean> {
  const underWay = openProposalStates.filter((state) => state !== 'failed' && state !== 'stale')
  const open = underWay.map((state) => toDbState(state).replace('_', '-'))
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM proposal p JOIN proposal_revision r ON r.proposal_id = p.id AND r.revision = p.revision
    WHERE p.connection_id = ${connectionId}::uuid AND p.author_kind = 'rule' AND r.actions @> '[{"kind":"pause-connection"}]'::jsonb
      AND (p.state::text = ANY(${open}) OR (p.state = 'applied'))`
  return (found?.count ?? 0) > 0
}
