import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { InvalidInputError } from '@/lib/platform/http/app-error'
import type { ModelPrice } from '../contract'
import { requireProvider } from './require-provider'

/** Replaces a provider's price table. A model without a row is not asked: an unknown price is no price. Refuses a model named twice. */
export async function savePrices(ctx: ServiceContext, providerId: string, prices: ModelPrice[]): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  const names = prices.map(({ model }) => model)
  const twice = names.find((model, index) => names.indexOf(model) !== index)
  if (twice) throw new InvalidInputError(`${twice} stands in the table twice.`)
  await transact(async (tx) => {
    const provider = await requireProvider(tx, providerId)
    await tx.modelPrice.deleteMany({ where: { providerId } })
    await tx.modelPrice.createMany({ data: prices.map((price) => ({ ...price, providerId })) })
    await recordAuditEvent(tx, ctx, {
      action: 'model-prices.changed',
      objectType: 'model-provider',
      objectId: providerId,
      objectLabel: provider.name,
      detail: { prices },
    })
  })
}
