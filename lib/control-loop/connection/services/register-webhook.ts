import type { FivetranAccount } from '@/generated/prisma/client'
import { FivetranError, RateLimitedError } from '@/lib/integrations/fivetran/errors'
import type { ObservedWebhook } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { workerEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { webhookSecretFor } from '@/lib/platform/secrets/webhook-key'
import { log } from '@/lib/platform/telemetry/log'
import { openFivetran } from './open-fivetran'
import { webhookAddress } from './webhook-address'

/** Events that can mean a sync ended, a setting moved or a connection broke. There is none for a schema change. */
const events = [
  'sync_start',
  'sync_end',
  'create_connector',
  'edit_connector',
  'pause_connector',
  'resume_connector',
  'delete_connector',
  'resync_connector',
  'resync_table',
  'connection_successful',
  'connection_failure',
]

/**
 * Makes sure one active registration of ours exists. The service probes our address while it answers. Registrations at our address that
 * are inactive are removed and made again. Rejects on a refused probe, so that the queue tries again: web may still be starting.
 */
export async function registerWebhook(ctx: ServiceContext, accountId: string): Promise<void> {
  const account = await db.fivetranAccount.findUniqueOrThrow({ where: { id: accountId } })
  const url = webhookAddress(workerEnv().APP_ORIGIN, account.webhookToken)
  const port = await openFivetran(account, 'look')
  try {
    const ours = (await port.listWebhooks()).filter((webhook) => webhook.url === url)
    const active = ours.find((webhook) => webhook.active && webhook.webhookId === account.webhookId)
    await noteLoss(ctx, account, ours, active)
    for (const stale of ours) if (stale !== active) await port.deleteWebhook(stale.webhookId)
    const secret = webhookSecretFor(account.id, account.webhookGeneration)
    // The registration keeps its id and its queue when only the secret moves.
    if (active && account.webhookRegistered !== account.webhookGeneration)
      await port.updateWebhook(active.webhookId, { secret })
    const registered = active ?? (await port.createWebhook({ url, events, secret }))
    await transact(async (tx) => {
      await tx.fivetranAccount.update({
        where: { id: account.id },
        data: {
          webhookId: registered.webhookId,
          webhookState: 'active',
          webhookDetail: null,
          webhookRegistered: account.webhookGeneration,
          webhookCheckedAt: ctx.now(),
        },
      })
      if (active) return
      await recordAuditEvent(tx, ctx, {
        action: 'account.webhook-registered',
        objectType: 'account',
        objectId: account.id,
        objectLabel: account.name,
        detail: { webhookId: registered.webhookId, events: events.length },
      })
    })
  } catch (error) {
    if (!(error instanceof FivetranError)) throw error
    // A wait of ours says nothing about the registration.
    if (error instanceof RateLimitedError) throw error
    const detail = error.vendorMessage ?? error.sentence
    await db.fivetranAccount.update({
      where: { id: account.id },
      data: { webhookState: 'refused', webhookDetail: detail },
    })
    throw error
  }
}

/** A registration that stood and stands no more is an alarm: deliveries were lost meanwhile, and polling alone found what happened. */
async function noteLoss(
  ctx: ServiceContext,
  account: FivetranAccount,
  ours: ObservedWebhook[],
  active: ObservedWebhook | undefined,
): Promise<void> {
  if (active || account.webhookState !== 'active') return
  const known = ours.find(({ webhookId }) => webhookId === account.webhookId)
  const detail = known
    ? 'Fivetran switched the webhook off after failed deliveries.'
    : 'The webhook is no longer registered in Fivetran.'
  log.error({ event: 'webhook.lost', accountId: account.id, correlationId: ctx.correlationId })
  await transact(async (tx) => {
    await tx.fivetranAccount.update({
      where: { id: account.id },
      data: { webhookState: known ? 'inactive' : 'unregistered', webhookDetail: detail, webhookCheckedAt: ctx.now() },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'account.webhook-failed',
      objectType: 'account',
      objectId: account.id,
      objectLabel: account.name,
      detail: { why: detail, webhookId: account.webhookId },
    })
  })
}
