import { z } from 'zod'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { ColumnDriftRow, DriftOverview, DriftQuery, TableDrift } from '../contract'
import { columnDriftDetailSchema } from '../domain/column/column-drift-detail'
import { incidentSuspectSchema } from '../domain/incident/incident-suspect'
import { countDays, type JudgedDay } from '../domain/profiles/count-days'
import { listAppliedMarks } from './list-applied-marks'
import { toBaselineView } from './to-baseline-view'

const columnsMax = 100
const rowCountSchema = z.object({
  verdict: z.enum(['anomaly', 'usual', 'cannot-tell']),
  why: z.string(),
  rows: z.number(),
})
const suspectsSchema = z.array(incidentSuspectSchema)

/** Every measured table by day, and the columns of the latest measurements by effect. Days are UTC. */
export async function readDrift(ctx: ServiceContext, { days, connectionId }: DriftQuery): Promise<DriftOverview> {
  const dates = lastDates(ctx.now(), days)
  const since = new Date(`${dates[0]}T00:00:00Z`)
  const within = connectionId === undefined ? {} : { connectionId }
  const [connections, judged, latest, findings, applied] = await Promise.all([
    db.connection.findMany({
      where: { removedAt: null, externalId: { not: null } },
      include: { destination: { select: { warehouseSecretId: true } } },
      orderBy: { schemaName: 'asc' },
    }),
    readDays(since, connectionId),
    db.driftRun.findMany({
      where: within,
      distinct: ['connectionId', 'schema', 'table'],
      orderBy: [
        { connectionId: 'asc' },
        { schema: 'asc' },
        { table: 'asc' },
        { measuredAt: 'desc' },
        { judgedAt: 'desc' },
      ],
      include: { baseline: true, columns: true },
    }),
    db.incidentFinding.findMany({
      where: { incident: { ...within, state: { not: 'closed' } }, clearedAt: null, kind: 'column' },
      include: { incident: true },
    }),
    listAppliedMarks(since, connectionId),
  ])
  const nameOf = new Map(connections.map(({ id, schemaName }) => [id, schemaName]))
  const shown = latest.filter((run) => nameOf.has(run.connectionId))
  const tables = shown.map((run): TableDrift => {
    const { verdict, why, rows } = rowCountSchema.parse(run.rowCount)
    const own = judged.filter(
      (one) => one.connectionId === run.connectionId && one.schema === run.schema && one.table === run.table,
    )
    const tells = run.columns.some((column) => column.verdict !== 'cannot-tell')
    return {
      connectionId: run.connectionId,
      connectionName: nameOf.get(run.connectionId) ?? '',
      schema: run.schema,
      table: run.table,
      state: run.state === 'learning' || run.columns.length === 0 ? 'learning' : tells ? 'judged' : 'cannot-tell',
      baseline: toBaselineView(run.baseline),
      measuredAt: run.measuredAt.toISOString(),
      rows,
      rowCount: { verdict, why },
      columns: run.columns.length,
      cells: countDays(dates, own),
    }
  })
  const columns = shown.flatMap((run) =>
    run.columns.map((column): ColumnDriftRow => {
      const detail = columnDriftDetailSchema.parse(column.detail)
      const finding = findings.find(
        (one) =>
          one.incident.connectionId === run.connectionId &&
          one.schema === run.schema &&
          one.table === run.table &&
          one.column === column.column,
      )
      return {
        connectionId: run.connectionId,
        connectionName: nameOf.get(run.connectionId) ?? '',
        schema: run.schema,
        table: run.table,
        column: column.column,
        verdict: column.verdict === 'drift' ? 'drift' : column.verdict === 'stable' ? 'stable' : 'cannot-tell',
        score: column.score,
        psi: column.psi,
        distance: column.distance,
        distanceError: detail.distanceError,
        isSensitive: detail.isSensitive,
        why: detail.why,
        measuredAt: run.measuredAt.toISOString(),
        since: finding?.firstAt.toISOString() ?? null,
        incident: finding?.incident.number ?? null,
        suspect: suspectsSchema.parse(finding?.incident.suspects ?? [])[0] ?? null,
      }
    }),
  )
  return {
    days: dates,
    connections: connections.map(({ id, schemaName, profilesTables, destination }) => ({
      id,
      name: schemaName,
      isWatched: profilesTables,
      hasWarehouse: destination.warehouseSecretId !== null,
    })),
    tables: tables.sort((one, other) => Number(isOver(other)) - Number(isOver(one)) || scoreOf(other) - scoreOf(one)),
    columns: columns.sort(byEffect).slice(0, columnsMax),
    totals: {
      tables: tables.length,
      tablesOver: tables.filter(isOver).length,
      tablesLearning: tables.filter(({ state }) => state === 'learning').length,
      columns: columns.length,
      columnsOver: columns.filter(({ verdict }) => verdict === 'drift').length,
      cannotTell: columns.filter(({ verdict }) => verdict === 'cannot-tell').length,
    },
    applied,
  }
}

const dayMs = 86_400_000

function lastDates(now: Date, days: number): string[] {
  return Array.from({ length: days }, (_, at) =>
    new Date(now.getTime() - (days - 1 - at) * dayMs).toISOString().slice(0, 10),
  )
}

/** Per table and day: the last judgement of the day's measurements, reduced in the database, because there are as many rows as columns and syncs. */
async function readDays(since: Date, connectionId: string | undefined) {
  return db.$queryRaw<(JudgedDay & { connectionId: string; schema: string; table: string })[]>`
    SELECT r.connection_id AS "connectionId", r.schema, r."table",
      to_char(r.measured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, r.measured_at AS "measuredAt", r.state,
      count(c.*) FILTER (WHERE c.verdict = 'drift')::int AS drifted,
      count(c.*) FILTER (WHERE c.verdict <> 'cannot-tell')::int AS told,
      max(c.score) FILTER (WHERE c.verdict <> 'cannot-tell') AS score,
      max(c.psi) FILTER (WHERE c.verdict <> 'cannot-tell') AS psi,
      max(c.distance) FILTER (WHERE c.verdict <> 'cannot-tell') AS distance
    FROM (
      SELECT DISTINCT ON (profile_run_id) * FROM drift_run
      WHERE measured_at >= ${since} AND (${connectionId ?? null}::uuid IS NULL OR connection_id = ${connectionId ?? null}::uuid)
      ORDER BY profile_run_id, judged_at
    ) r LEFT JOIN column_drift c ON c.drift_run_id = r.id
    GROUP BY r.id, r.connection_id, r.schema, r."table", r.measured_at, r.state
    ORDER BY r.measured_at`
}

function isOver({ cells }: TableDrift): boolean {
  return (cells.at(-1)?.drifted ?? 0) > 0
}

function scoreOf({ cells }: TableDrift): number {
  return cells.at(-1)?.score ?? -1
}

function byEffect(one: ColumnDriftRow, other: ColumnDriftRow): number {
  const rank = (row: ColumnDriftRow) => (row.verdict === 'drift' ? 2 : row.verdict === 'stable' ? 1 : 0)
  return rank(other) - rank(one) || (other.score ?? -1) - (one.score ?? -1) || (one.column < other.column ? -1 : 1)
}
