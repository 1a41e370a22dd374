import type { Prisma, ProfileRun } from '@/generated/prisma/client'
import { findEdges } from '@/lib/capabilities/drift/services/find-edges'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import {
  WarehouseCancelledError,
  WarehouseCredentialsError,
  WarehouseError,
  WarehouseUnreachableError,
} from '@/lib/integrations/warehouse/errors'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { ProfileRequest } from '../domain/profile/profile-request'
import type { TableProfile } from '../domain/profile/table-profile'
import { profileConnectionJob } from '../jobs'
import { claimProfileRun, PROFILE_LEASE_MS } from './claim-profile-run'
import { readSensitiveColumns } from './read-sensitive-columns'

/** Tables measured at once; the warehouse's own limit of statements is shared by both. */
const TABLES_AT_ONCE = 2
/** Well within the job's time: what is left then goes on in a job of its own. */
const WORKING_MS_MAX = 20 * 60_000
/** How often a run looks whether it is still wanted. */
const WATCH_MS = 1_000

/**
 * Measures the planned tables of a connection until none is left or the time is over. Each table is one transaction: a worker that dies loses the
 * tables it was at, which are taken up again when their lease is over, and nothing else. Worker only.
 */
export async function profileConnection(
  ctx: ServiceContext & { signal?: AbortSignal },
  connectionId: string,
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: connectionId },
    include: { destination: true },
  })
  if (!connection.latestSnapshotId || connection.removedAt) return
  const warehouse = await openWarehouse(connection.destination)
  if (!warehouse) return
  const began = ctx.now()
  const startedAt = began.getTime()
  const isOver = () => ctx.signal?.aborted === true || ctx.now().getTime() - startedAt > WORKING_MS_MAX
  try {
    const tree = await loadTree(connection.latestSnapshotId)
    const lanes = Array.from({ length: TABLES_AT_ONCE }, async () => {
      while (!isOver()) {
        const run = await claimProfileRun(connectionId, ctx.now())
        if (!run) return
        await measureRun(ctx, warehouse, run, tree)
      }
    })
    const settled = await Promise.allSettled(lanes)
    const failed = settled.find((lane) => lane.status === 'rejected')
    if (failed) throw failed.reason
  } finally {
    await warehouse.close()
  }
  await recordMeasured(ctx, connection, began)
  const left = await db.profileRun.count({ where: { connectionId, state: { in: ['planned', 'running'] } } })
  if (left === 0) return
  // A run that another worker lost is free only when its lease is over.
  await enqueueJob(
    db,
    profileConnectionJob,
    { connectionId, correlationId: ctx.correlationId },
    { singletonKey: connectionId, startAfterSeconds: 60 },
  )
}

/** One event for all tables of a job: thousands of them would drown the trail. */
async function recordMeasured(
  ctx: ServiceContext,
  connection: { id: string; schemaName: string },
  since: Date,
): Promise<void> {
  const ended = await db.profileRun.groupBy({
    by: ['state'],
    where: { connectionId: connection.id, finishedAt: { gte: since } },
    _count: true,
  })
  const count = (state: string) => ended.find((group) => group.state === state)?._count ?? 0
  if (ended.length === 0) return
  await transact((tx) =>
    recordAuditEvent(tx, ctx, {
      action: 'profile.measured',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
      detail: { measured: count('measured'), refused: count('refused') },
    }),
  )
}

async function measureRun(
  ctx: ServiceContext & { signal?: AbortSignal },
  warehouse: WarehousePort,
  run: ProfileRun,
  tree: SchemaTree,
): Promise<void> {
  const owned = { id: run.id, fence: run.fence, state: 'running' as const }
  const withdrawn = new AbortController()
  // A long statement says nothing for minutes; whoever cancelled it must not wait for its end.
  const watch = setInterval(() => {
    db.profileRun.count({ where: owned }).then(
      (count) => count === 0 && withdrawn.abort(),
      () => undefined,
    )
  }, WATCH_MS)
  try {
    const request = await requestFor(run, tree)
    // One update after the other, each sent at once: they show the work, and they are what keeps the lease while it lasts. A lost one does no harm.
    let progress = Promise.resolve()
    const profile = await warehouse
      .profileTable({ schema: run.destinationSchema, table: run.destinationTable }, request, {
        signal: ctx.signal ? AbortSignal.any([ctx.signal, withdrawn.signal]) : withdrawn.signal,
        onProgress: ({ step, done, planned }) => {
          const leaseUntil = new Date(ctx.now().getTime() + PROFILE_LEASE_MS)
          const data = { step, stepsDone: done, stepsPlanned: planned, leaseUntil }
          progress = progress
            .then(() => db.profileRun.updateMany({ where: owned, data }))
            .then(
              () => undefined,
              () => undefined,
            )
        },
      })
      .finally(() => progress)
    await keepProfile(ctx, owned, profile)
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error
    if (withdrawn.signal.aborted) return
    const isAboutTable = !(
      error instanceof WarehouseCancelledError ||
      error instanceof WarehouseUnreachableError ||
      error instanceof WarehouseCredentialsError
    )
    // What concerns the warehouse is no answer about the table: the run waits for another try.
    await db.profileRun.updateMany({
      where: owned,
      data: isAboutTable
        ? { state: 'refused', refusal: error.sentence, finishedAt: ctx.now(), leaseUntil: null }
        : { state: 'planned', refusal: error.sentence, leaseUntil: null },
    })
    if (!isAboutTable) throw error
  } finally {
    clearInterval(watch)
  }
}

/** Everything a run found, in one transaction; nothing when another worker holds the run by now. */
async function keepProfile(
  ctx: ServiceContext,
  owned: { id: string; fence: number; state: 'running' },
  { columns, ...table }: TableProfile,
): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.profileRun.updateMany({
      where: owned,
      data: {
        state: 'measured',
        rows: table.rows,
        profile: table as Prisma.InputJsonValue,
        refusal: null,
        finishedAt: ctx.now(),
        leaseUntil: null,
        step: null,
      },
    })
    if (count === 0) return
    await tx.columnProfile.createMany({
      data: columns.map((column) => ({
        runId: owned.id,
        column: column.column,
        profile: column as Prisma.InputJsonValue,
      })),
    })
  })
}

/** Which columns to measure, which are the key, and which may not show values. A class is on record by source name, a profile by the destination's. */
async function requestFor({ connectionId, schema, table }: ProfileRun, tree: SchemaTree): Promise<ProfileRequest> {
  const columns = Object.values(findTable(tree, { schema, table })?.columns ?? {}).filter(({ enabled }) => enabled)
  const named = columns.map(({ destinationName }) => destinationName)
  const sensitive = await readSensitiveColumns({ connectionId, schema, table }, tree)
  return {
    columns: named,
    keyColumns: columns.filter(({ primaryKey }) => primaryKey).map(({ destinationName }) => destinationName),
    sensitiveColumns: sensitive.filter((column) => named.includes(column)),
    // On the same edges as the last time, so that two measurements compare.
    edges: await findEdges({ connectionId, schema, table }),
  }
}
