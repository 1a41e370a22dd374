import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'

/** Adds a person's words to a proposal's thread. Changes nothing else. */
export async function commentOnProposal(
  ctx: ServiceContext,
  input: { proposalId: string; text: string },
): Promise<{ id: string }> {
  requirePermission(ctx.actor, 'proposals.comment')
  return transact(async (tx) => {
    const proposal = await tx.proposal.findUnique({ where: { id: input.proposalId } })
    if (!proposal) throw new NotFoundError('There is no such proposal.')
    const comment = await tx.proposalComment.create({
      data: {
        proposalId: proposal.id,
        userId: ctx.actor.userId,
        authorName: ctx.actor.name,
        text: input.text,
        createdAt: ctx.now(),
      },
    })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.commented',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: { commentId: comment.id },
      },
    )
    return { id: comment.id }
  })
}
