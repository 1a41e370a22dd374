import type { z } from 'zod'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { createProviderRequestSchema } from '../contract'
import { testProviderJob } from '../jobs'
import { DEFAULT_ROUTE } from './find-candidates'
import { providerKeyPurpose } from './provider-purposes'
import { hintOf, normaliseBaseUrl } from './require-provider'

type NewProvider = z.output<typeof createProviderRequestSchema>

/**
 * Adds a provider, seals its key and asks the worker for a test. The very first one with a priced model becomes the default route, so that
 * there is one thing less to set; later ones answer nothing until a route names them.
 */
export async function createProvider(ctx: ServiceContext, input: NewProvider): Promise<{ providerId: string }> {
  requirePermission(ctx.actor, 'models.configure')
  return transact((tx) => addProvider(tx, ctx, input))
}

/** The same inside a transaction of the caller's. */
export async function addProvider(tx: Tx, ctx: ServiceContext, input: NewProvider): Promise<{ providerId: string }> {
  const position = await tx.modelProvider.count()
  const { apiKey, prices, baseUrl, ...fields } = input
  const provider = await tx.modelProvider.create({
    data: {
      ...fields,
      baseUrl: normaliseBaseUrl(baseUrl),
      position,
      state: 'untested',
      stateDetail: 'The worker has not tested it yet.',
      stateAt: ctx.now(),
      prices: { create: prices },
    },
  })
  if (apiKey) {
    const keySecretId = await storeSecret(tx, ctx, providerKeyPurpose(provider.id), apiKey)
    await tx.modelProvider.update({
      where: { id: provider.id },
      data: { keySecretId, keyHint: hintOf(apiKey), keySetAt: ctx.now(), keySetBy: ctx.actor.name },
    })
  }
  const model = prices.find(({ isEmbedding }) => !isEmbedding)?.model
  if (model && (await tx.modelRoute.count()) === 0) {
    await tx.modelRoute.create({ data: { task: DEFAULT_ROUTE, position: 0, providerId: provider.id, model } })
  }
  await recordAuditEvent(tx, ctx, {
    action: 'model-provider.added',
    objectType: 'model-provider',
    objectId: provider.id,
    objectLabel: provider.name,
    detail: { kind: provider.kind, baseUrl: provider.baseUrl, withKey: apiKey !== undefined, prices },
  })
  await enqueueJob(tx, testProviderJob, { providerId: provider.id, correlationId: ctx.correlationId })
  return { providerId: provider.id }
}
