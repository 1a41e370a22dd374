import { providerKeyPurpose } from '@/lib/capabilities/model/services/provider-purposes'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { type Db, transact } from '@/lib/platform/db/client'
import { storeSecret } from '@/lib/platform/secrets/store-secret'

/** In micro-dollars a million tokens, so that every token of a test counts as one whole micro-dollar. */
const PRICE = 1_000_000n

/** Makes the sandbox's model server (its address, with `/model/v1`) answer every task, within caps no test reaches. Gives the provider's id. */
export async function routeModels(db: Db, baseUrl: string, timeoutSeconds: number): Promise<string> {
  const { id } = await db.modelProvider.create({ data: { name: 'Sandbox', kind: 'openai', baseUrl, timeoutSeconds } })
  const ctx = systemContext('seed', createCorrelationId())
  const keySecretId = await transact((tx) => storeSecret(tx, ctx, providerKeyPurpose(id), 'model-key'))
  await db.modelProvider.update({ where: { id }, data: { keySecretId } })
  const routes = [
    { task: 'default', model: 'sandbox-large', isEmbedding: false },
    { task: 'embed-texts', model: 'sandbox-embed', isEmbedding: true },
  ]
  for (const { task, model, isEmbedding } of routes) {
    const price = { inputMicrosPerMillion: PRICE, outputMicrosPerMillion: isEmbedding ? 0n : PRICE, isEmbedding }
    await db.modelPrice.create({ data: { providerId: id, model, ...price } })
    await db.modelRoute.create({ data: { task, position: 0, providerId: id, model } })
  }
  await db.modelSettings.updateMany({
    data: { dayCapMicros: 10n ** 12n, monthCapMicros: 10n ** 12n, concurrencyMax: 20 },
  })
  return id
}
