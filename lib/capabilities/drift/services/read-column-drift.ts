import { z } from 'zod'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ColumnDriftQuery, ColumnDriftView } from '../contract'
import { columnDriftDetailSchema } from '../domain/column/column-drift-detail'
import { incidentSuspectSchema } from '../domain/incident/incident-suspect'
import { listAppliedMarks } from './list-applied-marks'
import { toBaselineView } from './to-baseline-view'

const rowsSchema = z.object({ rows: z.number() })
const historyMax = 500

/** One column as it was last judged, with its history, the distributions on both sides and what may be the cause. */
export async function readColumnDrift(
  ctx: ServiceContext,
  { connectionId, schema, table, column, days }: ColumnDriftQuery,
): Promise<ColumnDriftView> {
  const since = new Date(ctx.now().getTime() - days * 86_400_000)
  const latest = await db.columnDrift.findFirst({
    where: { column, driftRun: { connectionId, schema, table } },
    orderBy: [{ driftRun: { measuredAt: 'desc' } }, { driftRun: { judgedAt: 'desc' } }],
    include: { driftRun: { include: { baseline: { include: { connection: true } } } } },
  })
  if (latest === null) throw new NotFoundError('This column was not judged yet.')
  const run = latest.driftRun
  const [reference, history, finding, applied] = await Promise.all([
    run.referenceRunId === null ? null : db.profileRun.findUnique({ where: { id: run.referenceRunId } }),
    db.columnDrift.findMany({
      where: { column, driftRun: { connectionId, schema, table, measuredAt: { gte: since } } },
      orderBy: [{ driftRun: { measuredAt: 'desc' } }, { driftRun: { judgedAt: 'desc' } }],
      take: historyMax,
      include: { driftRun: { select: { measuredAt: true } } },
    }),
    db.incidentFinding.findFirst({
      where: {
        schema,
        table,
        column,
        kind: 'column',
        clearedAt: null,
        incident: { connectionId, state: { not: 'closed' } },
      },
      include: { incident: true },
      orderBy: { lastAt: 'desc' },
    }),
    listAppliedMarks(since, connectionId),
  ])
  return {
    connectionId,
    connectionName: run.baseline.connection.schemaName,
    schema,
    table,
    column,
    ...figuresOf(latest),
    detail: columnDriftDetailSchema.parse(latest.detail),
    baseline: toBaselineView(run.baseline),
    reference:
      reference?.finishedAt == null
        ? null
        : { measuredAt: reference.finishedAt.toISOString(), rows: Number(reference.rows ?? 0) },
    current: {
      profileRunId: run.profileRunId,
      measuredAt: run.measuredAt.toISOString(),
      rows: rowsSchema.parse(run.rowCount).rows,
    },
    history: history.reverse().map((one) => ({ at: one.driftRun.measuredAt.toISOString(), ...figuresOf(one) })),
    applied,
    incident:
      finding === null
        ? null
        : {
            number: finding.incident.number,
            state: finding.incident.state,
            since: finding.firstAt.toISOString(),
            suspects: z.array(incidentSuspectSchema).parse(finding.incident.suspects),
          },
  }
}

function figuresOf(one: { verdict: string; score: number | null; psi: number | null; distance: number | null }) {
  const { score, psi, distance } = one
  const verdict = one.verdict === 'drift' ? 'drift' : one.verdict === 'stable' ? 'stable' : 'cannot-tell'
  return { verdict, score, psi, distance } as const
}
