import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import type { EditModelSettingsRequest } from '../contract'

const fields = [
  'dayCapMicros',
  'monthCapMicros',
  'concurrencyMax',
  'samplesAllowed',
  'retentionDays',
  'keepContent',
  'cacheHours',
] as const

/** Sets the caps of all tasks, how many calls may be under way, whether samples may be shown, and what is kept for how long. */
export async function editModelSettings(ctx: ServiceContext, input: EditModelSettingsRequest): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    const before = await tx.modelSettings.findFirstOrThrow()
    const plain = (value: bigint | number | boolean) => (typeof value === 'bigint' ? Number(value) : value)
    const moved = fields.filter((field) => input[field] !== undefined && input[field] !== plain(before[field]))
    if (moved.length === 0) return
    await tx.modelSettings.updateMany({ data: Object.fromEntries(moved.map((field) => [field, input[field]])) })
    // What is not to be kept is not kept in a cache either.
    if (input.keepContent === false) {
      await tx.modelReplyCache.deleteMany()
    }
    await recordAuditEvents(
      tx,
      ctx,
      moved.map((field) => ({
        action: 'model-settings.changed',
        objectType: 'model-settings',
        objectLabel: 'language models',
        detail: { field, before: plain(before[field]), after: input[field] },
      })),
    )
  })
}
