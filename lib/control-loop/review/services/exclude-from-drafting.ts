import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import type { NotAgain } from '../contract'
import { describeExclusion } from '../domain/describe-exclusion'
import type { Decided } from './decide-members'

/** Keeps what was rejected from being proposed again, in the transaction of the rejection. */
export async function excludeFromDrafting(
  tx: Tx,
  ctx: ServiceContext,
  { proposal, revision }: Decided,
  wish: NotAgain & { reason: string },
): Promise<void> {
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: proposal.connectionId },
    select: { id: true, service: true, schemaName: true },
  })
  const isPattern = wish.scope === 'pattern'
  const { schema, table, column } = proposal
  const row = await tx.draftExclusion.create({
    data: {
      service: connection.service,
      connectionId: isPattern ? null : connection.id,
      ...(isPattern ? { pattern: wish.pattern } : { schema, table, column }),
      actionKinds: [...new Set(revision.actions.map(({ kind }) => kind))].sort(),
      reason: wish.reason,
      proposalNumber: proposal.number,
      expiresAt: wish.days === null ? null : new Date(ctx.now().getTime() + wish.days * 86_400_000),
      createdAt: ctx.now(),
      createdById: ctx.actor.userId ?? '',
      createdBy: ctx.actor.name,
    },
  })
  const sentence = describeExclusion({ ...row, connectionName: connection.schemaName })
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: proposal.correlationId },
    {
      action: 'exclusion.made',
      objectType: 'draft-exclusion',
      objectId: row.id,
      objectLabel: sentence,
      detail: { proposal: `P-${proposal.number}`, days: wish.days, reason: wish.reason },
    },
  )
}
