import type { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { adviceAcceptedSchema } from '../contract'
import { type AdviceRequest, subjectOf } from '../domain/advice'
import { answerAdviceJob } from '../jobs'

/**
 * A person asks a model. The worker asks it and keeps the answer; this process calls nobody. The same question under way is not asked a second time.
 * Refuses a connection or change that does not exist.
 */
export async function requestAdvice(
  ctx: ServiceContext,
  request: AdviceRequest,
): Promise<z.infer<typeof adviceAcceptedSchema>> {
  requirePermission(ctx.actor, 'advice.request')
  const userId = ctx.actor.userId
  if (userId === null) throw new NotFoundError('Only a person asks.')
  const connectionId = await findConnection(request)
  const subject = subjectOf(request)
  return transact(async (tx) => {
    if (request.kind !== 'read-source') {
      // Two people at once: the second finds what the first asked.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${request.kind} ${subject}`}, 724002))::text`
      const waiting = await tx.modelAdvice.findFirst({ where: { kind: request.kind, subject, state: 'waiting' } })
      if (waiting) return { id: waiting.id, correlationId: waiting.correlationId }
    }
    const { correlationId } = ctx
    const { id } = await tx.modelAdvice.create({
      data: {
        kind: request.kind,
        subject,
        connectionId,
        request: request as Prisma.InputJsonObject,
        requestedById: userId,
        requestedBy: ctx.actor.name,
        correlationId,
      },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'advice.requested',
      objectType: 'advice',
      objectId: id,
      objectLabel: request.kind,
      detail: { kind: request.kind, connectionId },
    })
    await enqueueJob(tx, answerAdviceJob, { adviceId: id, correlationId })
    return { id, correlationId }
  })
}

async function findConnection(request: AdviceRequest): Promise<string | null> {
  if (request.kind === 'read-source') return null
  if (request.kind === 'explain-changes') {
    const change = await db.change.findUnique({ where: { id: request.changeId }, select: { connectionId: true } })
    if (!change) throw new NotFoundError('There is no such change.')
    return change.connectionId
  }
  const { connectionId } = request
  const found = await db.connection.findUnique({ where: { id: connectionId }, select: { id: true } })
  if (!found) throw new NotFoundError('There is no such connection.')
  return found.id
}
