import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { EditProviderRequest } from '../contract'
import { testProviderJob } from '../jobs'
import { providerKeyPurpose } from './provider-purposes'
import { hintOf, normaliseBaseUrl, requireProvider } from './require-provider'

const noKey = { keySecretId: null, keyHint: null, keySetAt: null, keySetBy: null }

/**
 * Changes a provider. Another address clears the stored key unless a new one comes with it, so that no address ever receives the key of
 * another; whatever makes a call different is tested again, and the breaker starts anew.
 */
export async function editProvider(ctx: ServiceContext, providerId: string, input: EditProviderRequest): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  const { apiKey, clearKey, baseUrl, ...fields } = input
  await transact(async (tx) => {
    const before = await requireProvider(tx, providerId)
    const address = baseUrl === undefined ? before.baseUrl : normaliseBaseUrl(baseUrl)
    const isMoved = address !== before.baseUrl || (fields.kind !== undefined && fields.kind !== before.kind)
    const isKeyGone = before.keySecretId !== null && (isMoved || clearKey === true || apiKey !== undefined)
    const keySecretId = apiKey ? await storeSecret(tx, ctx, providerKeyPurpose(providerId), apiKey) : null
    const isOtherCall =
      isMoved ||
      isKeyGone ||
      keySecretId !== null ||
      (fields.apiVersion !== undefined && fields.apiVersion !== before.apiVersion)
    const after = await tx.modelProvider.update({
      where: { id: providerId },
      data: {
        ...fields,
        baseUrl: address,
        ...(isKeyGone && noKey),
        ...(apiKey && { keySecretId, keyHint: hintOf(apiKey), keySetAt: ctx.now(), keySetBy: ctx.actor.name }),
        ...(isOtherCall && {
          state: 'untested' as const,
          stateDetail: 'A test is under way.',
          stateAt: ctx.now(),
          probes: [],
          modelsSeen: [],
          failures: 0,
          openUntil: null,
          openReason: null,
        }),
      },
    })
    if (isKeyGone && before.keySecretId) await tx.sealedSecret.deleteMany({ where: { id: before.keySecretId } })
    // Replies of another server are not those of this one.
    if (isMoved) await tx.modelReplyCache.deleteMany({ where: { key: { startsWith: `${providerId}:` } } })
    const about = { objectType: 'model-provider', objectId: providerId, objectLabel: after.name }
    const moved = Object.entries({ ...fields, baseUrl: address }).filter(
      ([field, value]) => value !== undefined && value !== Reflect.get(before, field),
    )
    const events: NewAuditEvent[] = moved.map(([field, value]) => ({
      action: 'model-provider.changed',
      ...about,
      detail: { field, before: Reflect.get(before, field), after: value },
    }))
    if (keySecretId) events.push({ action: 'model-provider.key-set', ...about })
    else if (isKeyGone) {
      events.push({ action: 'model-provider.key-cleared', ...about, detail: { addressChanged: isMoved } })
    }
    await recordAuditEvents(tx, ctx, events)
    if (isOtherCall) await enqueueJob(tx, testProviderJob, { providerId, correlationId: ctx.correlationId })
  })
}
