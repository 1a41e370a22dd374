import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import type { EditFivetranSettingsRequest } from '../contract'
import { requireAccount } from './require-account'

const fields = ['refreshMinutes', 'requestsPerHourMax', 'sourcePerHourMax', 'sourcePerMinuteMax'] as const

/** Sets how often the account is listed again when no delivery asks for it, and what of its quotas Headgate allows itself. */
export async function editFivetranSettings(ctx: ServiceContext, input: EditFivetranSettingsRequest): Promise<void> {
  const account = await requireAccount()
  requirePermission(ctx.actor, 'settings.write')
  const moved = fields.filter((field) => input[field] !== undefined && input[field] !== account[field])
  if (moved.length === 0) return
  await transact(async (tx) => {
    await tx.fivetranAccount.update({
      where: { id: account.id },
      data: Object.fromEntries(moved.map((field) => [field, input[field]])),
    })
    await recordAuditEvents(
      tx,
      ctx,
      moved.map((field) => ({
        action: 'account.updated',
        objectType: 'account',
        objectId: account.id,
        objectLabel: account.name,
        detail: { field, before: account[field], after: input[field] },
      })),
    )
  })
}
