import { canMoveProposal, openProposalStates } from '@/lib/control-loop/stages'
import type { NewAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { fromDbState, toDbState } from '../domain/proposal-state'

export interface WithdrawDraftsInput {
  connectionId: string
  columns: readonly { schema: string; table: string; column: string }[]
  /** A sentence for the record and for whoever had approved. */
  why: string
}

/**
 * Takes back what rules or a model drafted about new columns, or for a class, after a person said something of them that the drafts did not know, so that the next
 * drafting answers the same changes anew. What a person wrote or edited stays, and so does what is being applied. Returns the events to record.
 */
export async function withdrawDrafts(
  tx: Tx,
  ctx: ServiceContext,
  { connectionId, columns, why }: WithdrawDraftsInput,
): Promise<NewAuditEvent[]> {
  if (columns.length === 0) return []
  const proposals = await tx.proposal.findMany({
    where: {
      connectionId,
      authorKind: { in: ['rule', 'model'] },
      state: { in: openProposalStates.map(toDbState) },
      revisions: { none: { editorUserId: { not: null } } },
      OR: [
        {
          changes: {
            some: {
              change: {
                state: 'open',
                OR: columns.flatMap(({ schema, table, column }) => [
                  { kind: 'column-added', schema, table, column },
                  { kind: 'table-added', schema, table },
                ]),
              },
            },
          },
        },
        // A rule that answers no change answers a class: see draftHashing.
        ...columns.map(({ schema, table, column }) => ({ schema, table, column, changes: { none: {} } })),
      ],
    },
    orderBy: { number: 'asc' },
  })
  const events: NewAuditEvent[] = []
  for (const proposal of proposals) {
    if (!canMoveProposal(fromDbState(proposal.state), 'superseded')) continue
    const { count } = await tx.proposal.updateMany({
      // Only if nobody moved it meanwhile: a run that started goes its own way.
      where: { id: proposal.id, state: proposal.state, revision: proposal.revision },
      data: { state: 'superseded' },
    })
    if (count === 0) continue
    await tx.review.updateMany({
      where: { proposalId: proposal.id, decision: 'approve', voidedAt: null, usedAt: null },
      data: { voidedAt: ctx.now(), voidReason: why },
    })
    events.push({
      action: 'proposal.superseded',
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: { why },
    })
  }
  return events
}
