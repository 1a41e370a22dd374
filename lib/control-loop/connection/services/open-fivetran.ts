import type { FivetranAccount } from '@/generated/prisma/client'
import { closeClientAgents, createClientAgents } from '@/lib/integrations/fivetran/client/create-client-agents'
import { createFivetranClient } from '@/lib/integrations/fivetran/client/create-fivetran-client'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { workerEnv } from '@/lib/platform/config/env'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import { openSecret } from '@/lib/platform/secrets/open-secret'
import { log } from '@/lib/platform/telemetry/log'
import type { Lane } from '../domain/call-budget'
import { keyPurpose, secretPurpose, writeKeyPurpose, writeSecretPurpose } from './credential-purposes'
import { createSharedPace } from './shared-pace'

type ClientOptions = Parameters<typeof createFivetranClient>[0]
type FivetranKey = Pick<ClientOptions, 'apiKey' | 'apiSecret'>

interface OpenAccount {
  /** Names address and secrets: other ones need other sockets. */
  of: string
  keys: Promise<{ key: FivetranKey; writeKey: FivetranKey | null }>
  agents: ReturnType<typeof createClientAgents>
  ports: Map<Lane, FivetranPort>
  noteCall: NonNullable<ClientOptions['onCall']>
}

/** One a process: sockets and opened keys are the same for all that this worker does with an account. */
const opened = new Map<string, OpenAccount>()

/** The shown quota is a gauge: once in this while is often enough. */
const noteQuotaEveryMs = 1_000

/**
 * The client of an account for one lane; all lanes share the worker's sockets and, through the database, one budget with all workers.
 * Worker only: web has no private key. Edits, syncs and webhooks go out with the write key where one is set.
 */
export async function openFivetran(account: FivetranAccount, lane: Lane = 'apply'): Promise<FivetranPort> {
  const entry = entryOf(account)
  try {
    const { key, writeKey } = await entry.keys
    const found = entry.ports.get(lane)
    if (found) return found
    const port = createFivetranClient({
      baseUrl: account.baseUrl,
      ...key,
      writeKey,
      agents: entry.agents,
      transport: { allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES },
      pace: createSharedPace(account.id, lane, { now: Date.now }),
      onCall: entry.noteCall,
    })
    entry.ports.set(lane, port)
    return port
  } catch (error) {
    if (opened.get(account.id) === entry) opened.delete(account.id)
    throw error
  }
}

function entryOf(account: FivetranAccount): OpenAccount {
  const { baseUrl, keySecretId, apiSecretId, writeKeySecretId, writeApiSecretId } = account
  const of = JSON.stringify([baseUrl, keySecretId, apiSecretId, writeKeySecretId, writeApiSecretId])
  const found = opened.get(account.id)
  if (found?.of === of) return found
  // Calls under way on the old sockets end in their own time.
  if (found)
    closeClientAgents(found.agents).catch((error: unknown) => log.warn({ event: 'vendor.not-closed', err: error }))
  const entry: OpenAccount = {
    of,
    keys: openKeys(account),
    agents: createClientAgents({ allowPrivateAddresses: workerEnv().ALLOW_PRIVATE_ADDRESSES }),
    ports: new Map(),
    noteCall: createCallNote(account.id),
  }
  opened.set(account.id, entry)
  return entry
}

async function openKeys(account: FivetranAccount) {
  if (!account.keySecretId || !account.apiSecretId)
    throw new NotFoundError('No Fivetran key is set. Add one in Settings.')
  const key = {
    apiKey: await openSecret(db, account.keySecretId, keyPurpose(account.id)),
    apiSecret: await openSecret(db, account.apiSecretId, secretPurpose(account.id)),
  }
  if (!account.writeKeySecretId || !account.writeApiSecretId) return { key, writeKey: null }
  const writeKey = {
    apiKey: await openSecret(db, account.writeKeySecretId, writeKeyPurpose(account.id)),
    apiSecret: await openSecret(db, account.writeApiSecretId, writeSecretPurpose(account.id)),
  }
  return { key, writeKey }
}

/** Logs each call and writes the remaining quota on the account now and then, so that the console can show it. */
function createCallNote(accountId: string): OpenAccount['noteCall'] {
  let notedAt = 0
  return ({ rateLimit, rateRemaining, method, kind, status, tookMs }) => {
    log.debug({ event: 'vendor.called', vendor: 'fivetran', method, operation: kind, status, tookMs, accountId })
    if (rateLimit === null || Date.now() - notedAt < noteQuotaEveryMs) return
    notedAt = Date.now()
    // A gauge, not a state: a lost update is corrected by the next call.
    db.fivetranAccount
      .update({ where: { id: accountId }, data: { rateLimit, rateRemaining, rateAt: new Date() } })
      .catch((error: unknown) => log.warn({ event: 'quota.not-noted', accountId, err: error }))
  }
}
