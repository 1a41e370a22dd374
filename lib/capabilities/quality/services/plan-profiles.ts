import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { rankTables } from '../domain/profile/rank-tables'
import { profileConnectionJob } from '../jobs'

export type PlanProfilesOutcome =
  | { outcome: 'planned'; tables: number }
  | { outcome: 'not-watched' | 'no-warehouse' | 'no-snapshot' | 'nothing-synced' }

/** A person's wish: also where profiling is off and where the last sync was measured already. */
export interface ProfileWish {
  /** null: every enabled table of the connection. */
  only: { schema: string; table: string } | null
}
/** What a person waits for goes before what a sync left to do. */
const WISH_PRIORITY = -10_000

/**
 * Plans a measurement of every enabled table of a watched connection whose last sync was not measured yet, and enqueues the work. A table that is planned
 * or under way already is left alone. Worker only, after a refresh.
 */
export async function planProfiles(ctx: ServiceContext, connectionId: string): Promise<PlanProfilesOutcome> {
  return transact((tx) => planProfilesIn(tx, ctx, connectionId, null))
}

/** The same within a transaction; `wish` is what a person asked for, null after a sync. */
export async function planProfilesIn(
  tx: Tx,
  ctx: ServiceContext,
  connectionId: string,
  wish: ProfileWish | null,
): Promise<PlanProfilesOutcome> {
  // Two refreshes of one connection plan one after the other.
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: connectionId },
    include: { destination: { select: { warehouseSecretId: true } } },
  })
  if ((!connection.profilesTables && wish === null) || connection.removedAt) return { outcome: 'not-watched' }
  if (!connection.destination.warehouseSecretId) return { outcome: 'no-warehouse' }
  if (!connection.latestSnapshotId) return { outcome: 'no-snapshot' }
  const tree = await loadTree(connection.latestSnapshotId, tx)
  const runs = await tx.profileRun.groupBy({
    by: ['schema', 'table', 'state'],
    where: { connectionId },
    _max: { syncedAt: true, finishedAt: true },
  })
  const syncedAt = connection.succeededAt
  const runsOf = new Map<string, typeof runs>()
  for (const run of runs) {
    const key = formatTable(run.schema, run.table)
    runsOf.set(key, [...(runsOf.get(key) ?? []), run])
  }
  const isSettled = (schema: string, table: string) =>
    (runsOf.get(formatTable(schema, table)) ?? []).some(
      ({ state, _max }) =>
        state === 'planned' ||
        state === 'running' ||
        (wish === null && syncedAt !== null && _max.syncedAt !== null && _max.syncedAt >= syncedAt),
    )
  const isWished = (schema: string, table: string) =>
    !wish?.only || (wish.only.schema === schema && wish.only.table === table)
  const measuredAt = (schema: string, table: string) =>
    runsOf.get(formatTable(schema, table))?.find(({ state }) => state === 'measured')?._max.finishedAt ?? null
  const tables = Object.entries(tree.schemas).flatMap(([schema, { enabled, destinationName, tables: inSchema }]) =>
    Object.entries(inSchema)
      .filter(([table, state]) => enabled && state.enabled && isWished(schema, table) && !isSettled(schema, table))
      .map(([table, state]) => ({
        schema,
        table,
        destinationSchema: destinationName,
        destinationTable: state.destinationName,
        measuredAt: measuredAt(schema, table),
      })),
  )
  if (tables.length === 0) return { outcome: 'nothing-synced' }
  await tx.profileRun.createMany({
    data: rankTables(tables).map(({ measuredAt: _measuredAt, priority, ...table }) => ({
      ...table,
      priority: wish === null ? priority : WISH_PRIORITY + priority,
      connectionId,
      syncedAt,
      plannedAt: ctx.now(),
      correlationId: ctx.correlationId,
    })),
  })
  await enqueueJob(
    tx,
    profileConnectionJob,
    { connectionId, correlationId: ctx.correlationId },
    { singletonKey: connectionId },
  )
  return { outcome: 'planned', tables: tables.length }
}

function formatTable(schema: string, table: string): string {
  return JSON.stringify([schema, table])
}
