import { z } from 'zod'
import type { FivetranAccount } from '@/generated/prisma/client'
import { doorOf } from '@/lib/integrations/warehouse/engines'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { type FivetranSettings, probeSchema } from '../contract'
import { existing } from '../domain/external-id'
import { ownServices } from '../domain/own-services'
import { presentBudget } from './present-budget'
import { readDeliveries } from './read-deliveries'
import { findAccount } from './require-account'
import { webhookAddress } from './webhook-address'

/** A test that took longer than its job may run ended without a word: it is not under way any more. */
const testMinutesMax = 5

const webhookStateSchema = z.enum(['unregistered', 'registering', 'active', 'inactive', 'refused'])

/** The settings page of the account: key, probes, webhook, calls and destinations. Secrets never leave: only the key's hint is here. */
export async function readFivetranSettings(ctx: ServiceContext, origin: string): Promise<FivetranSettings> {
  const [account, admins, destinations] = await Promise.all([
    findAccount(),
    db.user.findMany({
      where: { role: 'admin', disabledAt: null },
      select: { name: true },
      orderBy: { name: 'asc' },
    }),
    listDestinations(),
  ])
  return {
    configured: account !== null && account.keySecretId !== null,
    account: account && describeAccount(account, ctx.now()),
    webhook: account && {
      address: webhookAddress(origin, account.webhookToken),
      state: webhookStateSchema.parse(account.webhookState),
      detail: account.webhookDetail,
      ...(await readDeliveries(account.id, ctx.now())),
    },
    calls: {
      limit: account?.rateLimit ?? null,
      remaining: account?.rateRemaining ?? null,
      at: account?.rateAt?.toISOString() ?? null,
      budget: account && (await presentBudget(account.id)),
    },
    destinations,
    admins: admins.map(({ name }) => name),
  }
}

function describeAccount(account: FivetranAccount, now: Date): FivetranSettings['account'] {
  const startedAt = account.stateAt?.getTime() ?? 0
  return {
    id: account.id,
    name: account.name,
    externalId: account.externalId,
    baseUrl: account.baseUrl,
    keyHint: account.keyHint,
    writeKeyHint: account.writeKeyHint,
    credentialsSetAt: account.credentialsSetAt?.toISOString() ?? null,
    credentialsSetBy: account.credentialsSetBy,
    state: account.state,
    stateDetail: account.stateDetail,
    stateAt: account.stateAt?.toISOString() ?? null,
    probes: probeSchema.array().parse(account.probes),
    refreshMinutes: account.refreshMinutes,
    refreshedAt: account.refreshedAt?.toISOString() ?? null,
    // Whoever makes an account untested enqueues a test in the same transaction.
    testUnderWay:
      account.state === 'untested' &&
      account.keySecretId !== null &&
      now.getTime() - startedAt < testMinutesMax * 60_000,
  }
}

async function listDestinations(): Promise<FivetranSettings['destinations']> {
  const rows = await db.destination.findMany({
    include: {
      _count: {
        select: { connections: { where: { ...existing, removedAt: null, service: { notIn: [...ownServices] } } } },
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    externalId: row.externalId,
    service: row.service,
    region: row.region,
    connections: row._count.connections,
    warehouseDoor: doorOf(row.service),
    warehouseConfigured: row.warehouseSecretId !== null,
    warehouseHint: row.warehouseHint,
    warehouseState: row.warehouseState,
    warehouseDetail: row.warehouseDetail,
  }))
}
