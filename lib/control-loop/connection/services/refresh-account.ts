import type { Connection, FivetranAccount } from '@/generated/prisma/client'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { CallsRestError, RateLimitedError } from '@/lib/integrations/fivetran/errors'
import type { FivetranPort, ObservedConnection } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { existing } from '../domain/external-id'
import { ownServices } from '../domain/own-services'
import { watchWebhookJob } from '../jobs'
import { openFivetran } from './open-fivetran'
import { recordEnds, recordStatus, statusOf } from './record-status'
import { explainFailure } from './test-account'

/**
 * A connection is looked at again at least this often, deliveries or not: an edit in Fivetran moves no sync time. Each such look is a
 * request, so the more connections there are the longer a round takes: ten a minute.
 */
const lookAgainAfterMinutes = (connections: number) => Math.max(10, Math.ceil(connections / 10))

async function upsertDestinations(account: FivetranAccount, port: FivetranPort): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const group of await port.listGroups()) {
    const destination = await port.readDestination(group.externalId)
    const facts = {
      name: group.name,
      service: destination?.service ?? 'unknown',
      region: destination?.region ?? null,
      setupState: destination?.setupState ?? 'incomplete',
    }
    const row = await db.destination.upsert({
      where: { accountId_externalId: { accountId: account.id, externalId: group.externalId } },
      create: { accountId: account.id, externalId: group.externalId, ...facts },
      update: facts,
    })
    ids.set(group.externalId, row.id)
  }
  return ids
}

async function recordObserved(
  tx: Tx,
  ctx: ServiceContext,
  account: FivetranAccount,
  place: { destinationId: string; lookBefore: Date },
  observed: ObservedConnection,
): Promise<void> {
  const { destinationId, lookBefore } = place
  const key = { accountId_externalId: { accountId: account.id, externalId: observed.externalId } }
  const before: Connection | null = await tx.connection.findUnique({ where: key })
  if (!before && (await isBeingCreated(tx, destinationId, observed.schemaName))) return
  const row = await tx.connection.upsert({
    where: key,
    create: {
      accountId: account.id,
      destinationId,
      externalId: observed.externalId,
      freshnessTargetMinutes: (observed.syncFrequencyMinutes ?? 360) * 2,
      ...statusOf(observed),
    },
    update: { destinationId, removedAt: null },
  })
  // Headgate's own feed is kept, so that lists can name what they hide; nobody looks into it.
  if (ownServices.has(observed.service)) {
    if (before) await tx.connection.update({ where: { id: row.id }, data: statusOf(observed) })
    return
  }
  const ended = before
    ? (await recordStatus(tx, ctx, before, observed)).ended
    : await recordEnds(tx, ctx, { id: row.id, succeededAt: null, failedAt: null }, observed)
  if (!before) {
    await recordAuditEvent(tx, ctx, {
      action: 'connection.discovered',
      objectType: 'connection',
      objectId: row.id,
      objectLabel: observed.schemaName,
      detail: { service: observed.service },
    })
  }
  if (before && !ended && before.refreshedAt && before.refreshedAt >= lookBefore) return
  await enqueueJob(
    tx,
    refreshConnectionJob,
    { connectionId: row.id, trigger: before ? 'poll' : 'first', correlationId: ctx.correlationId },
    { singletonKey: row.id },
  )
}

/** A run is about to make a connection of this name, or has and must still say so: what is listed under it is the run's to take over. */
async function isBeingCreated(tx: Tx, destinationId: string, schemaName: string): Promise<boolean> {
  const runs = await tx.applyRun.count({
    where: {
      state: { in: ['waiting', 'applying'] },
      connection: { externalId: null, destinationId, schemaName },
      steps: { some: { intentAt: { not: null } } },
    },
  })
  return runs > 0
}

/**
 * Lists everything the account has and brings our rows up to it: destinations, connections, sync ends that no delivery told. A connection
 * that is gone keeps its history. One that cannot be read never fails the others.
 */
export async function refreshAccount(ctx: ServiceContext, accountId: string): Promise<void> {
  const account = await db.fivetranAccount.findUniqueOrThrow({ where: { id: accountId } })
  try {
    const port = await openFivetran(account, 'look')
    const destinations = await upsertDestinations(account, port)
    const { connections, unreadable } = await port.listConnections()
    const lookBefore = new Date(ctx.now().getTime() - lookAgainAfterMinutes(connections.length) * 60_000)
    // Log connections first: a look that the others ask for wants to know how fresh the log is.
    const isOwn = ({ service }: ObservedConnection) => ownServices.has(service)
    for (const observed of [...connections.filter(isOwn), ...connections.filter((one) => !isOwn(one))]) {
      const destinationId = destinations.get(observed.groupId)
      if (!destinationId) continue
      await transact((tx) => recordObserved(tx, ctx, account, { destinationId, lookBefore }, observed))
    }
    await noteUnreadable(account.id, unreadable)
    const listed = connections.map(({ externalId }) => externalId)
    const unknown = unreadable.map(({ externalId }) => externalId).filter((id) => id !== null)
    const gone = await db.connection.findMany({
      where: { AND: [existing], accountId, removedAt: null, externalId: { notIn: [...listed, ...unknown] } },
    })
    // An item that hides its id may be any of the missing ones: then nothing is called gone.
    if (unreadable.every(({ externalId }) => externalId !== null)) {
      for (const row of gone) await recordRemoval(ctx, row)
    }
    await db.fivetranAccount.update({
      where: { id: accountId },
      data: { refreshedAt: ctx.now(), state: 'connected', stateAt: ctx.now() },
    })
    await enqueueJob(db, watchWebhookJob, { accountId, correlationId: ctx.correlationId }, { singletonKey: accountId })
  } catch (error) {
    // Our own wait says nothing about the account; the clock asks again.
    if (error instanceof RateLimitedError && !(error instanceof CallsRestError)) return
    const { state, sentence } = explainFailure(error)
    await db.fivetranAccount.update({
      where: { id: accountId },
      data: { state, stateDetail: sentence, stateAt: ctx.now() },
    })
    throw error
  }
}

/** An item we cannot read keeps its row as it was, and says why it is old. */
async function noteUnreadable(accountId: string, unreadable: { externalId: string | null; reason: string }[]) {
  for (const { externalId, reason } of unreadable) {
    if (externalId === null) continue
    await db.connection.updateMany({
      where: { accountId, externalId },
      data: { refreshProblem: `Fivetran lists it in a way we do not understand: ${reason}.` },
    })
  }
}

async function recordRemoval(ctx: ServiceContext, row: Connection): Promise<void> {
  await transact(async (tx) => {
    await tx.connection.update({ where: { id: row.id }, data: { removedAt: ctx.now() } })
    await recordAuditEvent(tx, ctx, {
      action: 'connection.removed',
      objectType: 'connection',
      objectId: row.id,
      objectLabel: row.schemaName,
    })
  })
}
