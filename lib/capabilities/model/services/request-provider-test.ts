import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { testProviderJob } from '../jobs'
import { requireProvider } from './require-provider'

/** Asks the worker to test a provider. Web itself calls none. */
export async function requestProviderTest(
  ctx: ServiceContext,
  providerId: string,
): Promise<{ accepted: true; correlationId: string }> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    const provider = await requireProvider(tx, providerId)
    await tx.modelProvider.update({
      where: { id: providerId },
      data: { state: 'untested', stateDetail: 'A test is under way.', stateAt: ctx.now() },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'model-provider.test-requested',
      objectType: 'model-provider',
      objectId: providerId,
      objectLabel: provider.name,
    })
    await enqueueJob(tx, testProviderJob, { providerId, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
