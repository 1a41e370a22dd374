import type { DriftBaseline, Prisma, ProfileRun } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { detailOf } from '../domain/column/column-drift-detail'
import { judgeTable } from '../domain/column/judge-table'
import { weighMeasure } from '../domain/column/weigh-measure'
import type { HistoryJudgement } from '../domain/history/judge-row-count'
import { judgeTableRows } from '../domain/history/judge-table-rows'
import { compareProfiles } from '../domain/profiles/compare-profiles'
import { findReference } from './find-reference'
import { loadProfile } from './load-profile'

/** What a verdict says of one thing that may move: a column, or the table's number of rows. */
export interface Verdict {
  kind: 'column' | 'row-count'
  /** Empty for the table. */
  column: string
  /** `quiet` clears a finding, `cannot-tell` leaves it as it is. */
  says: 'moved' | 'quiet' | 'cannot-tell'
  score: number
  why: string
}

const historyMax = 400

/**
 * Lays one measurement beside a version of its table's baseline and keeps what came of it, once. Columns are judged together, so that a table of many does
 * not cry wolf; too few rows are `cannot-tell`. Without a measurement to stand for the baseline the table is still learning.
 */
export async function judgeProfileRun(
  tx: Tx,
  ctx: ServiceContext,
  run: ProfileRun,
  baseline: DriftBaseline,
): Promise<{ driftRunId: string; verdicts: Verdict[] } | null> {
  const current = await loadProfile(tx, run.id)
  const measuredAt = run.finishedAt
  if (current === null || measuredAt === null) return null
  const referenceRunId = await findReference(tx, baseline, measuredAt)
  const isItself = referenceRunId === run.id
  const reference = referenceRunId === null ? null : await loadProfile(tx, referenceRunId)
  const rowCount = await judgeRows(tx, run, current.rows, measuredAt)
  const compared = reference === null || isItself ? [] : compareProfiles(reference, current)
  const judged = judgeTable(compared.map(({ measure }) => weighMeasure(measure)))
  const created = await tx.driftRun.create({
    data: {
      profileRunId: run.id,
      baselineId: baseline.id,
      referenceRunId: reference === null ? null : referenceRunId,
      connectionId: run.connectionId,
      schema: run.schema,
      table: run.table,
      measuredAt,
      judgedAt: ctx.now(),
      state: reference === null || isItself ? 'learning' : 'judged',
      rowCount: { ...rowCount, rows: current.rows } as Prisma.InputJsonValue,
      columns: {
        create: compared.flatMap((comparison, at) => {
          const judgement = judged[at]
          return judgement === undefined
            ? []
            : [
                {
                  column: comparison.column,
                  verdict: judgement.verdict,
                  score: judgement.score,
                  psi: comparison.measure.psi,
                  distance: comparison.measure.distance ?? comparison.measure.pooled?.variation ?? null,
                  detail: detailOf(comparison, judgement) as unknown as Prisma.InputJsonValue,
                },
              ]
        }),
      },
    },
  })
  const columns = compared.map(({ column }, at): Verdict => {
    const { verdict, score, why } = judged[at] ?? { verdict: 'cannot-tell', score: null, why: '' }
    const says = { drift: 'moved', stable: 'quiet', 'cannot-tell': 'cannot-tell' } as const
    return { kind: 'column', column, says: says[verdict], score: score ?? 0, why }
  })
  return { driftRunId: created.id, verdicts: [...columns, rowVerdict(rowCount, current.rows)] }
}

async function judgeRows(tx: Tx, run: ProfileRun, rows: number, measuredAt: Date): Promise<HistoryJudgement> {
  const past = await tx.profileRun.findMany({
    where: {
      connectionId: run.connectionId,
      schema: run.schema,
      table: run.table,
      state: 'measured',
      finishedAt: { lt: measuredAt },
      rows: { not: null },
    },
    orderBy: { finishedAt: 'desc' },
    take: historyMax,
    select: { rows: true, finishedAt: true },
  })
  const history = past.flatMap((one) =>
    one.finishedAt === null ? [] : [{ atMs: one.finishedAt.getTime(), value: Number(one.rows) }],
  )
  return judgeTableRows(history, { atMs: measuredAt.getTime(), value: rows })
}

/** An anomaly scores by how many times its bounds were passed; it has no bar of its own. */
function rowVerdict({ verdict, why }: HistoryJudgement, rows: number): Verdict {
  const says = { anomaly: 'moved', usual: 'quiet', 'cannot-tell': 'cannot-tell' } as const
  return { kind: 'row-count', column: '', says: says[verdict], score: rows === 0 ? 2 : 1, why }
}
