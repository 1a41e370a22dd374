import type { Connection, FivetranAccount } from '@/generated/prisma/client'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import type { FivetranPort, ObservedConnection } from '@/lib/integrations/fivetran/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { ownServices } from '../domain/own-services'
import { openFivetran } from './open-fivetran'
import { recordSyncEnd } from './record-sync'
import { explainFailure } from './test-account'

/** A connection is looked at again at least this often, deliveries or not: an edit in Fivetran moves no sync time. */
const lookAgainAfterMinutes = 10

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

/** What a poll may conclude about one connection: what to write, and why to look closer. */
function factsOf(observed: ObservedConnection) {
  return {
    service: observed.service,
    schemaName: observed.schemaName,
    paused: observed.paused,
    syncFrequencyMinutes: observed.syncFrequencyMinutes,
    scheduleKind: observed.scheduleKind,
    setupState: observed.setupState,
    syncState: observed.syncState,
    isDelayed: observed.isDelayed,
    isHistoricalSync: observed.isHistoricalSync,
    succeededAt: observed.succeededAt,
    failedAt: observed.failedAt,
    rescheduledFor: observed.rescheduledFor,
    tasks: observed.tasks.map(({ code, message }) => ({ code, message })),
    warnings: observed.warnings.map(({ code, message }) => ({ code, message })),
    removedAt: null,
  }
}

function moved(before: Date | null | undefined, now: Date | null): boolean {
  return now !== null && (!before || before.getTime() < now.getTime())
}

async function recordObserved(
  tx: Tx,
  ctx: ServiceContext,
  account: FivetranAccount,
  destinationId: string,
  observed: ObservedConnection,
): Promise<void> {
  const key = { accountId_externalId: { accountId: account.id, externalId: observed.externalId } }
  const before: Connection | null = await tx.connection.findUnique({ where: key })
  const facts = factsOf(observed)
  const row = await tx.connection.upsert({
    where: key,
    create: {
      accountId: account.id,
      destinationId,
      externalId: observed.externalId,
      freshnessTargetMinutes: (observed.syncFrequencyMinutes ?? 360) * 2,
      ...facts,
    },
    update: { destinationId, ...facts },
  })
  if (moved(before?.succeededAt, observed.succeededAt)) {
    await recordSyncEnd(tx, {
      connectionId: row.id,
      externalId: null,
      endedAt: observed.succeededAt as Date,
      status: 'successful',
      reason: null,
    })
  }
  if (moved(before?.failedAt, observed.failedAt)) {
    await recordSyncEnd(tx, {
      connectionId: row.id,
      externalId: null,
      endedAt: observed.failedAt as Date,
      status: 'failed',
      reason: null,
    })
  }
  if (!before) {
    await recordAuditEvent(tx, ctx, {
      action: 'connection.discovered',
      objectType: 'connection',
      objectId: row.id,
      objectLabel: observed.schemaName,
      detail: { service: observed.service },
    })
  }
  const lookBefore = ctx.now().getTime() - lookAgainAfterMinutes * 60_000
  const due = !before?.refreshedAt || before.refreshedAt.getTime() < lookBefore
  if (!before || due || moved(before.succeededAt, observed.succeededAt)) {
    await enqueueJob(
      tx,
      refreshConnectionJob,
      { connectionId: row.id, trigger: before ? 'poll' : 'first', correlationId: ctx.correlationId },
      { singletonKey: row.id },
    )
  }
}

/**
 * Lists everything the account has and brings our rows up to it: destinations, connections, sync ends that no delivery told. A connection
 * that is gone keeps its history. One that cannot be read never fails the others.
 */
export async function refreshAccount(ctx: ServiceContext, accountId: string): Promise<void> {
  const account = await db.fivetranAccount.findUniqueOrThrow({ where: { id: accountId } })
  try {
    const port = await openFivetran(account)
    const destinations = await upsertDestinations(account, port)
    const { connections, unreadable } = await port.listConnections()
    const watched = connections.filter(({ service }) => !ownServices.has(service))
    for (const observed of watched) {
      const destinationId = destinations.get(observed.groupId)
      if (!destinationId) continue
      await transact((tx) => recordObserved(tx, ctx, account, destinationId, observed))
    }
    const listed = watched.map(({ externalId }) => externalId)
    const unknown = unreadable.map(({ externalId }) => externalId).filter((id) => id !== null)
    const gone = await db.connection.findMany({
      where: { accountId, removedAt: null, externalId: { notIn: [...listed, ...unknown] } },
    })
    // An item that hides its id may be any of the missing ones: then nothing is called gone.
    if (unreadable.every(({ externalId }) => externalId !== null)) {
      for (const row of gone) await recordRemoval(ctx, row)
    }
    await db.fivetranAccount.update({
      where: { id: accountId },
      data: { refreshedAt: ctx.now(), state: 'connected', stateAt: ctx.now() },
    })
  } catch (error) {
    const { state, sentence } = explainFailure(error)
    await db.fivetranAccount.update({
      where: { id: accountId },
      data: { state, stateDetail: sentence, stateAt: ctx.now() },
    })
    throw error
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
