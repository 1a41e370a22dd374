import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import type { EditFivetranSettingsRequest } from '../contract'
import { requireAccount } from './require-account'

/** Sets how often the account is listed again when no delivery asks for it. */
export async function editFivetranSettings(
  ctx: ServiceContext,
  { refreshMinutes }: EditFivetranSettingsRequest,
): Promise<void> {
  const account = await requireAccount()
  requirePermission(ctx.actor, 'settings.write')
  if (account.refreshMinutes === refreshMinutes) return
  await transact(async (tx) => {
    await tx.fivetranAccount.update({ where: { id: account.id }, data: { refreshMinutes } })
    await recordAuditEvent(tx, ctx, {
      action: 'account.updated',
      objectType: 'account',
      objectId: account.id,
      objectLabel: account.name,
      detail: { field: 'refreshMinutes', before: account.refreshMinutes, after: refreshMinutes },
    })
  })
}
