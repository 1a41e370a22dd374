import type { FivetranAccount } from '@/generated/prisma/client'
import { checkSignature } from '@/lib/integrations/fivetran/webhook/check-signature'
import { type Delivery, parseDelivery } from '@/lib/integrations/fivetran/webhook/parse-delivery'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { isUniqueViolation } from '@/lib/platform/db/is-unique-violation'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { webhookSecretFor } from '@/lib/platform/secrets/webhook-key'
import { processDeliveryJob } from '../jobs'

export type ReceiveWebhookOutcome =
  | { outcome: 'kept'; deliveryId: string }
  | { outcome: 'double' }
  | { outcome: 'unknown-account' }
  | { outcome: 'bad-signature' }
  | { outcome: 'malformed'; reason: string }

/** Refusals written down per account and minute; a flood of forgeries must not fill the table. */
const refusalsKeptPerMinute = 60

/**
 * Takes a delivery in: verifies the raw bytes before anything reads them, keeps it once, and answers only when it lies in the inbox
 * together with the job that looks where it points. A delivery is a hint to look, never a truth: its content changes nothing by itself.
 */
export async function receiveWebhook(
  ctx: ServiceContext,
  input: { accountToken: string; rawBody: Uint8Array; signature: string | null },
): Promise<ReceiveWebhookOutcome> {
  const account = await db.fivetranAccount.findUnique({ where: { webhookToken: input.accountToken } })
  if (!account) return { outcome: 'unknown-account' }
  const generations = [account.webhookGeneration, account.webhookGeneration - 1].filter((generation) => generation > 0)
  const secrets = generations.map((generation) => webhookSecretFor(account.id, generation))
  if (!checkSignature(input.rawBody, input.signature, secrets)) {
    await keepRefusal(ctx, account, input.signature === null ? 'no signature' : 'wrong signature')
    return { outcome: 'bad-signature' }
  }
  const parsed = parseDelivery(input.rawBody)
  if (parsed.outcome === 'malformed') {
    await keepRefusal(ctx, account, parsed.reason)
    return { outcome: 'malformed', reason: parsed.reason }
  }
  return keep(ctx, account, parsed.delivery)
}

async function keep(ctx: ServiceContext, account: FivetranAccount, delivery: Delivery): Promise<ReceiveWebhookOutcome> {
  const dedupeKey = `${account.id}:${delivery.dedupeKey}`
  try {
    return await transact(async (tx) => {
      const row = await tx.webhookDelivery.create({
        data: {
          accountId: account.id,
          receivedAt: ctx.now(),
          outcome: 'kept',
          dedupeKey,
          event: delivery.event,
          connectionExternalId: delivery.connectionExternalId,
          syncId: delivery.syncId,
          createdAtVendor: delivery.createdAt,
          payload: {
            status: delivery.status,
            reason: delivery.reason,
            taskType: delivery.taskType,
            connectionName: delivery.connectionName,
            rescheduledAt: delivery.rescheduledAt?.toISOString() ?? null,
          },
          correlationId: ctx.correlationId,
        },
      })
      await enqueueJob(tx, processDeliveryJob, { deliveryId: row.id, correlationId: ctx.correlationId })
      await recordAuditEvent(tx, ctx, {
        action: 'delivery.received',
        objectType: 'delivery',
        objectId: row.id,
        objectLabel: delivery.connectionName ?? delivery.event,
        detail: { event: delivery.event, status: delivery.status, syncId: delivery.syncId },
      })
      return { outcome: 'kept', deliveryId: row.id }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await db.webhookDelivery.updateMany({ where: { dedupeKey }, data: { doubles: { increment: 1 } } })
    return { outcome: 'double' }
  }
}

async function keepRefusal(ctx: ServiceContext, account: FivetranAccount, refusal: string): Promise<void> {
  const since = new Date(ctx.now().getTime() - 60_000)
  const recent = await db.webhookDelivery.count({
    where: { accountId: account.id, outcome: 'refused', receivedAt: { gt: since } },
  })
  if (recent >= refusalsKeptPerMinute) return
  await transact(async (tx) => {
    const row = await tx.webhookDelivery.create({
      data: {
        accountId: account.id,
        receivedAt: ctx.now(),
        outcome: 'refused',
        refusal,
        correlationId: ctx.correlationId,
      },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'delivery.refused',
      objectType: 'delivery',
      objectId: row.id,
      objectLabel: account.name,
      detail: { refusal },
    })
  })
}
