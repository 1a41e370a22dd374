import type { ProfileRun } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ConnectionProfiles, ProfileRunView, TableProfileView } from '../contract'
import { loadProfiles } from './load-profiles'

/** How many measurements of a table a page shows. */
const HISTORY_MAX = 60

/** The latest measurement of each table of a connection, and whether its tables are measured at all. */
export async function readConnectionProfiles(connectionId: string): Promise<ConnectionProfiles> {
  const watch = await readWatch(connectionId)
  const runs = await db.profileRun.findMany({
    where: { connectionId },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { plannedAt: 'desc' }],
    distinct: ['schema', 'table'],
  })
  return {
    ...watch,
    tables: runs.map((run) => ({ schema: run.schema, table: run.table, run: toRunView(run) })),
    planned: runs.filter(({ state }) => state === 'planned').length,
    running: runs.filter(({ state }) => state === 'running').length,
  }
}

/** One table: what is under way, what the last measurement found, and its rows over time. Values of sensitive columns were never kept. */
export async function readTableProfile(path: {
  connectionId: string
  schema: string
  table: string
}): Promise<TableProfileView> {
  const [watch, latest, history, profiles] = await Promise.all([
    readWatch(path.connectionId),
    db.profileRun.findFirst({ where: path, orderBy: { plannedAt: 'desc' } }),
    db.profileRun.findMany({
      where: { ...path, state: { in: ['measured', 'refused'] } },
      orderBy: { finishedAt: 'desc' },
      take: HISTORY_MAX,
    }),
    loadProfiles(path, 1),
  ])
  const [last] = profiles
  return {
    ...watch,
    schema: path.schema,
    table: path.table,
    latest: latest && toRunView(latest),
    measured: last ? { runId: last.runId, at: last.at.toISOString(), profile: last.profile } : null,
    history: history.map(toRunView),
  }
}

async function readWatch(connectionId: string) {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    include: { destination: { select: { warehouseSecretId: true } } },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  return {
    connection: { id: connection.id, name: connection.schemaName, service: connection.service },
    profilesTables: connection.profilesTables,
    hasWarehouse: connection.destination.warehouseSecretId !== null,
  }
}

function toRunView(run: ProfileRun): ProfileRunView {
  return {
    id: run.id,
    state: run.state,
    plannedAt: run.plannedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    syncedAt: run.syncedAt?.toISOString() ?? null,
    step: run.step,
    stepsDone: run.stepsDone,
    stepsPlanned: run.stepsPlanned,
    rows: run.rows === null ? null : Number(run.rows),
    refusal: run.refusal,
  }
}
