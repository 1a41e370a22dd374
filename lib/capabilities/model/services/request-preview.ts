import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { CreatePreviewRequest } from '../contract'
import { makePreviewJob } from '../jobs'

/** Asks the worker for the exact bytes a task would send: only it can mask what is sealed. Sends nothing to anybody, so it is no event. */
export async function requestPreview(
  ctx: ServiceContext,
  { task, subject }: CreatePreviewRequest,
): Promise<{ previewId: string; correlationId: string }> {
  requirePermission(ctx.actor, 'model-usage.read')
  const previewId = await transact(async (tx) => {
    const { id } = await tx.modelPreview.create({
      data: { task, subject, requestedById: ctx.actor.userId, createdAt: ctx.now() },
      select: { id: true },
    })
    await enqueueJob(tx, makePreviewJob, { previewId: id, correlationId: ctx.correlationId })
    return id
  })
  return { previewId, correlationId: ctx.correlationId }
}
