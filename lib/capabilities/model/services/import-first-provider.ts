import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { createProviderRequestSchema } from '../contract'
import { addProvider } from './create-provider'

const MICROS_PER_DOLLAR = 1_000_000

/**
 * The model of the environment as the first provider of a fresh installation, once: not when there is one, nor when there ever was, so that a
 * provider somebody removed does not come back with the next start. Without prices it is there and not asked. Returns whether it was added.
 */
export async function importFirstProvider(
  ctx: ServiceContext,
  given: { baseUrl?: string; model?: string; apiKey?: string; inputPrice?: number; outputPrice?: number },
): Promise<boolean> {
  const { baseUrl, model, apiKey, inputPrice, outputPrice } = given
  if (!baseUrl || !model) return false
  const isPriced = inputPrice !== undefined && outputPrice !== undefined
  const request = createProviderRequestSchema.parse({
    name: new URL(baseUrl).host,
    kind: 'openai',
    baseUrl,
    ...(apiKey && { apiKey }),
    prices: isPriced
      ? [
          {
            model,
            inputMicrosPerMillion: Math.round(inputPrice * MICROS_PER_DOLLAR),
            outputMicrosPerMillion: Math.round(outputPrice * MICROS_PER_DOLLAR),
          },
        ]
      : [],
  })
  return transact(async (tx) => {
    // Workers start together: one of them looks and adds at a time.
    await tx.$queryRaw`SELECT 1 FROM model_settings FOR UPDATE`
    const known =
      (await tx.modelProvider.count()) + (await tx.auditEvent.count({ where: { action: 'model-provider.added' } }))
    if (known > 0) return false
    await addProvider(tx, ctx, request)
    return true
  })
}
