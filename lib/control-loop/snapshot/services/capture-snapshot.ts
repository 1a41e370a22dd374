import type { Prisma } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { ownServices } from '@/lib/control-loop/connection/domain/own-services'
import { openFivetran } from '@/lib/control-loop/connection/services/open-fivetran'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { recordStatus } from '@/lib/control-loop/connection/services/record-status'
import { explainFailure } from '@/lib/control-loop/connection/services/test-account'
import { recordChangesJob } from '@/lib/control-loop/diff/jobs'
import { RateLimitedError } from '@/lib/integrations/fivetran/errors'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { expectPresets } from '../domain/expect-presets'
import { refreshConnectionJob } from '../jobs'
import { findPresets } from './find-presets'
import { holdLook } from './hold-look'
import { loadTree } from './load-tree'
import { type ObservedConnectionRow, observeConnection } from './observe-connection'
import { type SnapshotToStore, storeSnapshot } from './store-snapshot'

export type CaptureTrigger = 'first' | 'delivery' | 'poll' | 'person' | 'apply'

/** How soon a look that found another one at work tries again. */
const busySeconds = 2

/** How urgent a look is: our own rounds make way for what a delivery or a person points at. */
const lanes = { apply: 'apply', delivery: 'look', person: 'look', first: 'scan', poll: 'scan' } as const

/**
 * Reads a connection again and keeps what it looks like. The first snapshot becomes the baseline; every later one that differs from the
 * latest is compared with it by the next stage. What goes wrong is written on the connection in words; the old rows stay.
 */
export async function captureSnapshot(
  ctx: ServiceContext,
  input: { connectionId: string; trigger: CaptureTrigger },
): Promise<void> {
  const looked = await holdLook(input.connectionId, () => look(ctx, input))
  // What this one was to see may have come after the other one had passed it.
  if (looked === 'busy') await lookAgain(ctx, input, busySeconds)
}

async function look(ctx: ServiceContext, input: { connectionId: string; trigger: CaptureTrigger }): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: input.connectionId },
    include: { account: true, destination: true },
  })
  if (connection.externalId === null || connection.removedAt || ownServices.has(connection.service)) return
  const warehouse = await openWarehouse(connection.destination)
  try {
    const port = await openFivetran(connection.account, lanes[input.trigger])
    const fresh = await readStatus(ctx, connection, input.trigger, port)
    const previous = connection.latestSnapshotId ? await loadTree(connection.latestSnapshotId) : null
    const scope = input.trigger === 'person' ? 'all' : 'moved'
    const seen = await observeConnection({ ...connection, ...fresh }, port, warehouse, previous, scope)
    if (seen.outcome === 'absent') {
      await writeProblem(
        connection.id,
        'No schema yet: Fivetran has not captured it. It appears with the first sync.',
        ctx.now(),
      )
      return
    }
    if (seen.rest > 0) {
      await lookAgain(ctx, { connectionId: connection.id, trigger: 'poll' }, seen.waitSeconds ?? 0)
      // A baseline of half the tables would make news of the other half.
      if (!previous) {
        await writeProblem(
          connection.id,
          `First reading: ${seen.known - seen.rest} of ${seen.known} tables so far.`,
          ctx.now(),
        )
        return
      }
    }
    await keep(ctx, connection, {
      tree: seen.tree,
      sources: seen.sources,
      trigger: previous ? input.trigger : 'first',
      succeededAt: fresh.succeededAt,
    })
  } catch (error) {
    if (error instanceof RateLimitedError) {
      // Nothing is wrong with the connection: the look is put off to the second that was named, what was read is kept.
      await lookAgain(ctx, input, error.retryAfterSeconds)
      return
    }
    await writeProblem(connection.id, explainFailure(error).sentence, ctx.now())
    throw error
  } finally {
    await warehouse?.close()
  }
}

/** The connection's status read afresh. A look of our own follows a listing that has just told it. */
async function readStatus(
  ctx: ServiceContext,
  connection: ObservedConnectionRow,
  trigger: CaptureTrigger,
  port: Awaited<ReturnType<typeof openFivetran>>,
) {
  if (trigger === 'first' || trigger === 'poll') {
    const { succeededAt, setupState } = connection
    return { succeededAt, setupState }
  }
  const observed = await port.readConnection(externalIdOf(connection))
  await transact(async (tx) => {
    const before = await tx.connection.findUniqueOrThrow({ where: { id: connection.id } })
    await recordStatus(tx, ctx, before, observed)
  })
  return { succeededAt: observed.succeededAt, setupState: observed.setupState }
}

/** Another look in a job of its own, later: this one has held its place long enough. */
async function lookAgain(
  ctx: ServiceContext,
  { connectionId, trigger }: { connectionId: string; trigger: CaptureTrigger },
  startAfterSeconds: number,
): Promise<void> {
  await enqueueJob(
    db,
    refreshConnectionJob,
    { connectionId, trigger, correlationId: ctx.correlationId },
    { singletonKey: connectionId, startAfterSeconds },
  )
}

async function writeProblem(connectionId: string, refreshProblem: string, at: Date): Promise<void> {
  await db.connection.update({ where: { id: connectionId }, data: { refreshProblem, refreshedAt: at } })
}

async function keep(
  ctx: ServiceContext,
  connection: ObservedConnectionRow,
  seen: Omit<SnapshotToStore, 'connectionId' | 'connectionName'>,
): Promise<void> {
  await transact(async (tx) => {
    const stored = await storeSnapshot(tx, ctx, {
      ...seen,
      connectionId: connection.id,
      connectionName: connection.schemaName,
    })
    const isFirst = connection.baseline === null && stored.outcome === 'stored' && stored.number === 1
    const presets = isFirst ? await findPresets(tx, connection.id) : []
    const baseline = presets.length > 0 ? expectPresets(seen.tree, presets) : seen.tree
    await tx.connection.update({
      where: { id: connection.id },
      data: {
        refreshedAt: ctx.now(),
        refreshProblem: null,
        ...(isFirst && {
          baseline: baseline as unknown as Prisma.InputJsonValue,
          baselineSnapshotId: stored.snapshotId,
        }),
      },
    })
    if (isFirst) {
      await recordAuditEvent(tx, ctx, {
        action: 'baseline.accepted',
        objectType: 'connection',
        objectId: connection.id,
        objectLabel: connection.schemaName,
        detail: {
          snapshotId: stored.snapshotId,
          why: presets.length > 0 ? 'first snapshot, with the settings it was created with' : 'first snapshot',
        },
      })
      if (presets.length === 0) return
    }
    if (stored.outcome === 'unchanged') return
    await enqueueJob(tx, recordChangesJob, {
      connectionId: connection.id,
      snapshotId: stored.snapshotId,
      correlationId: ctx.correlationId,
    })
  })
}
