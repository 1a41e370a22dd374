import { randomBytes } from 'node:crypto'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { Accepted, SaveCredentialsRequest } from '../contract'
import { testAccountJob } from '../jobs'
import { keyPurpose, secretPurpose, writeKeyPurpose, writeSecretPurpose } from './credential-purposes'

/**
 * Seals a Fivetran key and secret and asks the worker to test them. The first call creates the account. Key and secret are always given
 * together and always replace all there were, so a changed address can never receive the credentials of another. A separate key for changes
 * is optional.
 */
export async function saveCredentials(ctx: ServiceContext, input: SaveCredentialsRequest): Promise<Accepted> {
  const baseUrl = new URL(input.baseUrl).href.replace(/\/$/, '')
  await transact(async (tx) => {
    const existing = await tx.fivetranAccount.findFirst({ orderBy: { createdAt: 'asc' } })
    const account =
      existing ??
      (await tx.fivetranAccount.create({
        data: { name: input.name, baseUrl, webhookToken: randomBytes(24).toString('base64url') },
      }))
    const keySecretId = await storeSecret(tx, ctx, keyPurpose(account.id), input.apiKey)
    const apiSecretId = await storeSecret(tx, ctx, secretPurpose(account.id), input.apiSecret)
    const writeKeySecretId = input.writeKey
      ? await storeSecret(tx, ctx, writeKeyPurpose(account.id), input.writeKey.apiKey)
      : null
    const writeApiSecretId = input.writeKey
      ? await storeSecret(tx, ctx, writeSecretPurpose(account.id), input.writeKey.apiSecret)
      : null
    await tx.fivetranAccount.update({
      where: { id: account.id },
      data: {
        name: input.name,
        baseUrl,
        keyHint: `${input.apiKey.slice(0, 4)}…`,
        keySecretId,
        apiSecretId,
        writeKeyHint: input.writeKey ? `${input.writeKey.apiKey.slice(0, 4)}…` : null,
        writeKeySecretId,
        writeApiSecretId,
        credentialsSetAt: ctx.now(),
        credentialsSetBy: ctx.actor.name,
        state: 'untested',
        stateDetail: 'The worker has not tested this key yet.',
        stateAt: ctx.now(),
        probes: [],
      },
    })
    const old = [
      existing?.keySecretId,
      existing?.apiSecretId,
      existing?.writeKeySecretId,
      existing?.writeApiSecretId,
    ].filter((id) => typeof id === 'string')
    await tx.sealedSecret.deleteMany({ where: { id: { in: old } } })
    // Failures and waits belonged to the old address; a fresh key is tried at once.
    if (existing?.baseUrl === baseUrl) {
      await tx.callBudget.updateMany({
        where: { accountId: account.id },
        data: { failures: 0, openUntil: null, openReason: null },
      })
    } else await tx.callBudget.deleteMany({ where: { accountId: account.id } })
    await recordAuditEvent(tx, ctx, {
      action: existing ? 'account.credentials-set' : 'account.created',
      objectType: 'account',
      objectId: account.id,
      objectLabel: input.name,
      detail: {
        baseUrl,
        addressChanged: existing ? existing.baseUrl !== baseUrl : false,
        separateWriteKey: input.writeKey !== undefined,
      },
    })
    await enqueueJob(tx, testAccountJob, { accountId: account.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
