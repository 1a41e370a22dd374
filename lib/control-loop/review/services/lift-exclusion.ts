import { draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { describeExclusion } from '../domain/describe-exclusion'

/** Lets drafting propose it again; what was passed over meanwhile and is still open is drafted now. */
export async function liftExclusion(ctx: ServiceContext, exclusionId: string): Promise<{ sentence: string }> {
  requirePermission(ctx.actor, 'reviews.write')
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM draft_exclusion WHERE id = ${exclusionId}::uuid FOR UPDATE`
    const row = await tx.draftExclusion.findUnique({ where: { id: exclusionId }, include: { hits: true } })
    if (!row) throw new NotFoundError('There is no such entry.')
    if (row.liftedAt) throw new ConflictError(`${row.liftedBy ?? 'Somebody'} lifted it already.`)
    await tx.draftExclusion.update({
      where: { id: row.id },
      data: { liftedAt: ctx.now(), liftedBy: ctx.actor.name },
    })
    const changes = await tx.change.findMany({
      where: { id: { in: row.hits.map(({ changeId }) => changeId) }, state: 'open' },
      select: { connectionId: true },
    })
    for (const connectionId of new Set(changes.map((change) => change.connectionId))) {
      const { correlationId } = ctx
      await enqueueJob(tx, draftProposalsJob, { connectionId, correlationId }, { singletonKey: connectionId })
    }
    await recordAuditEvent(tx, ctx, {
      action: 'exclusion.lifted',
      objectType: 'draft-exclusion',
      objectId: row.id,
      objectLabel: describeExclusion({ ...row, connectionName: null }),
      detail: { passedOver: row.hits.length, openAgain: changes.length },
    })
    return { sentence: 'Lifted. It may be proposed again.' }
  })
}
