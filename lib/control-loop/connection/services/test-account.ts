import type { AccountState, Prisma } from '@/generated/prisma/client'
import {
  CredentialsRefusedError,
  FivetranError,
  RateLimitedError,
  UnreachableError,
} from '@/lib/integrations/fivetran/errors'
import type { FivetranPort } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { refreshAccountJob, registerWebhookJob } from '../jobs'
import { openFivetran } from './open-fivetran'

interface Probe {
  capability: string
  outcome: 'yes' | 'no' | 'not-tried'
  detail: string | null
}

/** State and sentence for people, from what a call threw. Anything that is not the vendor's is a fault and goes up. */
export function explainFailure(error: unknown): { state: AccountState; sentence: string } {
  if (!(error instanceof FivetranError)) throw error
  const words = error.vendorMessage ? `${error.sentence} It says: ${error.vendorMessage}` : error.sentence
  if (error instanceof CredentialsRefusedError) return { state: 'refused', sentence: words }
  if (error instanceof UnreachableError || error instanceof RateLimitedError)
    return { state: 'unreachable', sentence: words }
  return { state: 'unreachable', sentence: words }
}

async function probe(capability: string, look: () => Promise<string | null>): Promise<Probe> {
  try {
    return { capability, outcome: 'yes', detail: await look() }
  } catch (error) {
    return { capability, outcome: 'no', detail: explainFailure(error).sentence }
  }
}

/** Read-only probes of what the key may do; a write is never tried, it shows when the first approved change is sent. */
async function probeAll(
  port: FivetranPort,
  { accountId, hasWriteKey }: { accountId: string; hasWriteKey: boolean },
): Promise<Probe[]> {
  let first: string | null = null
  const started = Date.now()
  const connections = await probe('Read connections', async () => {
    const listed = await port.listConnections()
    first = listed.connections.find((connection) => connection.setupState === 'connected')?.externalId ?? null
    return `listed ${listed.connections.length} connections in ${((Date.now() - started) / 1000).toFixed(1)} s`
  })
  const schemas = first
    ? await probe('Read schema configurations', async () => {
        const config = await port.readSchemaConfig(first as string)
        return config === 'absent'
          ? 'the first connection has none yet'
          : `${Object.keys(config.schemas).length} schemas of one connection`
      })
    : { capability: 'Read schema configurations', outcome: 'not-tried' as const, detail: 'no connected connection' }
  const webhooks = await probe('Read webhooks', async () => `${(await port.listWebhooks()).length} registered`)
  return [
    connections,
    schemas,
    webhooks,
    ...(hasWriteKey ? [await probeWriteKey(port, accountId)] : []),
    { capability: 'Change schema configurations', outcome: 'not-tried', detail: 'writes only from an approved plan' },
  ]
}

/** Whose the key for changes is: one of another account would write elsewhere than we read. */
async function probeWriteKey(port: FivetranPort, accountId: string): Promise<Probe> {
  const capability = 'Key for changes'
  const seen = await probe(capability, async () => {
    const identity = await port.readAccount('writing')
    return identity.accountId === accountId ? `a ${identity.keyKind} key of the same account` : null
  })
  if (seen.outcome === 'no' || seen.detail !== null) return seen
  return { capability, outcome: 'no', detail: 'It belongs to another Fivetran account than the key for reading.' }
}

/** Tests the stored key with read-only calls and writes down what it may do. On success the account is refreshed and the webhook registered. */
export async function testAccount(ctx: ServiceContext, accountId: string): Promise<void> {
  const account = await db.fivetranAccount.findUniqueOrThrow({ where: { id: accountId } })
  let state: AccountState = 'connected'
  let sentence = 'Connected.'
  let externalId = account.externalId
  let probes: Probe[] = []
  try {
    const port = await openFivetran(account, 'look')
    const identity = await port.readAccount()
    externalId = identity.accountId
    sentence = `Connected as ${identity.accountName}.`
    probes = await probeAll(port, { accountId: identity.accountId, hasWriteKey: account.writeKeySecretId !== null })
  } catch (error) {
    ;({ state, sentence } = explainFailure(error))
  }
  await transact(async (tx) => {
    await tx.fivetranAccount.update({
      where: { id: account.id },
      data: {
        state,
        stateDetail: sentence,
        stateAt: ctx.now(),
        externalId,
        probes: probes as unknown as Prisma.InputJsonValue,
      },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'account.tested',
      objectType: 'account',
      objectId: account.id,
      objectLabel: account.name,
      detail: { state, sentence },
    })
    if (state !== 'connected') return
    const payload = { accountId: account.id, correlationId: ctx.correlationId }
    await enqueueJob(tx, refreshAccountJob, payload)
    await enqueueJob(tx, registerWebhookJob, payload)
  })
}
