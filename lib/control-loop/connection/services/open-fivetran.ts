import type { FivetranAccount } from '@/generated/prisma/client'
import { createFivetranClient } from '@/lib/integrations/fivetran/client/create-fivetran-client'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { log } from '@/lib/platform/telemetry/log'
import { keyPurpose, secretPurpose } from './credential-purposes'

/**
 * Opens the sealed credentials and returns a client for the account. Worker only: web has no private key. Every call's remaining quota is
 * written on the account, so that the console can show it.
 */
export async function openFivetran(account: FivetranAccount): Promise<FivetranPort> {
  if (!account.keySecretId || !account.apiSecretId)
    throw new NotFoundError('No Fivetran key is set. Add one in Settings.')
  const [apiKey, apiSecret] = await Promise.all([
    openSecret(db, account.keySecretId, keyPurpose(account.id)),
    openSecret(db, account.apiSecretId, secretPurpose(account.id)),
  ])
  return createFivetranClient({
    baseUrl: account.baseUrl,
    apiKey,
    apiSecret,
    transport: { allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES },
    onCall: ({ rateLimit, rateRemaining, method, kind, status, tookMs }) => {
      log.debug({
        event: 'vendor.called',
        vendor: 'fivetran',
        method,
        operation: kind,
        status,
        tookMs,
        accountId: account.id,
      })

      if (rateLimit === null) return
      // A gauge, not a state: a lost update is corrected by the next call.
      db.fivetranAccount
        .update({ where: { id: account.id }, data: { rateLimit, rateRemaining, rateAt: new Date() } })
        .catch((error: unknown) => log.warn({ event: 'quota.not-noted', accountId: account.id, err: error }))
    },
  })
}
