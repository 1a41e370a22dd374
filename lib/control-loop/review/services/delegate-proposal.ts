import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, ForbiddenError, NotFoundError } from '@/lib/platform/http/app-error'
import { findTurns, readSurroundings } from './find-turns'
import { lockInReview } from './lock-in-review'

/**
 * Hands a proposal to somebody who may decide it; whoever hands it over keeps watching. Refuses a person without the right, one who had a hand in it, one
 * who is away, and to hand on what was handed to oneself. Rights are looked at again when that person decides.
 */
export async function delegateProposal(
  ctx: ServiceContext,
  input: { proposalId: string; toId: string },
): Promise<{ sentence: string }> {
  requirePermission(ctx.actor, 'reviews.write')
  const fromId = ctx.actor.userId ?? ''
  return transact(async (tx) => {
    const proposal = await lockInReview(tx, input.proposalId)
    const turn = (await findTurns(tx, ctx.now(), [proposal.id])).get(proposal.id)
    if (!turn) throw new NotFoundError('There is no such proposal.')
    if (turn.standsInFor.has(fromId)) {
      throw new ConflictError('It was handed to you: decide it or hand it back.', {}, 'handed-on')
    }
    if (turn.delegation && turn.delegation.fromId !== fromId && turn.rule === 'delegated') {
      throw new ConflictError(`${turn.sentence} They take it back first.`, {}, 'handed-over')
    }
    if (input.toId === fromId) throw new ConflictError('You have it already.', {}, 'oneself')
    if (turn.writers.includes(input.toId)) {
      throw new ConflictError('That person wrote or edited it, and may not approve it.', {}, 'own-proposal')
    }
    const { reviewers, absences } = await readSurroundings(tx, ctx.now())
    const to = reviewers.find(({ id }) => id === input.toId)
    const revision = await tx.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: proposal.id, revision: proposal.revision } },
      select: { verdict: true },
    })
    const { roles = [] } = revision.verdict as { roles?: string[] }
    if (!to || !roles.includes(to.role)) {
      throw new ConflictError(`Only ${roles.join('s and ')}s may decide it.`, {}, 'missing-right')
    }
    if (absences.has(to.id)) throw new ConflictError(`${to.name} is away.`, {}, 'away')
    await tx.delegation.updateMany({
      where: { proposalId: proposal.id, endedAt: null },
      data: { endedAt: ctx.now() },
    })
    await tx.delegation.create({ data: { proposalId: proposal.id, fromId, toId: to.id, createdAt: ctx.now() } })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.delegated',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: { to: to.id, toName: to.name },
      },
    )
    return { sentence: `${to.name} has it now. You keep watching.` }
  })
}

/** Takes a proposal back, or hands it back; either of the two, or an admin. */
export async function takeBackProposal(ctx: ServiceContext, proposalId: string): Promise<{ sentence: string }> {
  requirePermission(ctx.actor, 'reviews.write')
  return transact(async (tx) => {
    const proposal = await lockInReview(tx, proposalId)
    const open = await tx.delegation.findFirst({ where: { proposalId, endedAt: null } })
    if (!open) throw new ConflictError('Nobody handed it over.', {}, 'not-handed-over')
    const isTheirs = ctx.actor.userId === open.fromId || ctx.actor.userId === open.toId || ctx.actor.role === 'admin'
    if (!isTheirs) throw new ForbiddenError('Whoever handed it over, or has it now, takes it back.')
    await tx.delegation.update({ where: { id: open.id }, data: { endedAt: ctx.now() } })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.taken-back',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: { from: open.fromId, to: open.toId },
      },
    )
    return { sentence: 'It goes its usual way again.' }
  })
}
