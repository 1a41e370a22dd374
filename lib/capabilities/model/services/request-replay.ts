import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { taskNameSchema } from '../domain/task'
import { replayCallJob } from '../jobs'
import { requireProvider } from './require-provider'

/** Asks the worker to ask a stored question again. It costs what it costs, feeds no proposal, and is refused where the question is not kept. */
export async function requestReplay(
  ctx: ServiceContext,
  callId: string,
  input: { providerId: string; model: string; prompt: 'same' | 'current' },
): Promise<{ accepted: true; correlationId: string }> {
  requirePermission(ctx.actor, 'models.configure')
  const { userId, name } = ctx.actor
  await transact(async (tx) => {
    const call = await tx.modelCall.findUnique({ where: { id: callId } })
    if (!call) throw new NotFoundError('There is no such call. It may be older than what is kept.')
    if (!taskNameSchema.safeParse(call.task).success) throw new ConflictError('This kind of call cannot be repeated.')
    if (call.input === null) throw new ConflictError('The question is not kept, so it cannot be asked again.')
    if (input.prompt === 'current' && call.material === null) {
      throw new ConflictError('What the question was made of is not kept, so it can only be repeated word for word.')
    }
    await requireProvider(tx, input.providerId)
    await recordAuditEvent(tx, ctx, {
      action: 'model-call.replay-requested',
      objectType: 'model-call',
      objectId: callId,
      objectLabel: `${call.task} of ${call.subject}`,
      detail: { ...input },
    })
    await enqueueJob(tx, replayCallJob, {
      ...input,
      callId,
      requestedById: userId ?? '',
      requestedBy: name,
      correlationId: ctx.correlationId,
    })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
