import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { requireProvider } from './require-provider'

/** Removes a provider with its key, prices and places in routes. Its calls stay in the ledger under the name it had. */
export async function removeProvider(ctx: ServiceContext, providerId: string): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    const provider = await requireProvider(tx, providerId)
    await tx.modelProvider.delete({ where: { id: providerId } })
    if (provider.keySecretId) await tx.sealedSecret.deleteMany({ where: { id: provider.keySecretId } })
    await tx.modelReplyCache.deleteMany({ where: { key: { startsWith: `${providerId}:` } } })
    await recordAuditEvent(tx, ctx, {
      action: 'model-provider.removed',
      objectType: 'model-provider',
      objectId: providerId,
      objectLabel: provider.name,
      detail: { baseUrl: provider.baseUrl },
    })
  })
}
