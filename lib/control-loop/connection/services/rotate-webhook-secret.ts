import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { Accepted } from '../contract'
import { registerWebhookJob } from '../jobs'
import { requireAccount } from './require-account'

/**
 * Begins a new signing secret: from now on deliveries signed with it or with the one before are taken, and the worker registers it.
 * Refuses while the service still signs with the one before, since a second turn would leave that one behind.
 */
export async function rotateWebhookSecret(ctx: ServiceContext): Promise<Accepted> {
  const account = await requireAccount()
  requirePermission(ctx.actor, 'settings.write')
  await transact(async (tx) => {
    const { count } = await tx.fivetranAccount.updateMany({
      where: {
        id: account.id,
        webhookRegistered: account.webhookGeneration,
        webhookGeneration: account.webhookGeneration,
      },
      data: { webhookGeneration: { increment: 1 } },
    })
    if (count === 0)
      throw new ConflictError('Fivetran does not sign with the present secret yet. Wait until it is registered.')
    await recordAuditEvent(tx, ctx, {
      action: 'account.webhook-rotated',
      objectType: 'account',
      objectId: account.id,
      objectLabel: account.name,
      detail: { generation: account.webhookGeneration + 1 },
    })
    await enqueueJob(tx, registerWebhookJob, { accountId: account.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
