import type { DriftBaseline } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db/client'
import { baselineRange, baselineSourceSchema } from '../domain/baseline/baseline-version'

/**
 * The measurement that stands for a baseline: the one it is pinned to, or the last that was finished within its range. Null while there is none. A rolling
 * baseline is read as of the measurement that is judged, so that judging again gives the same.
 */
export async function findReference(tx: Tx, baseline: DriftBaseline, judgedAt: Date): Promise<string | null> {
  const source = baselineSourceSchema.parse(baseline.source)
  if (source.kind === 'profile') return source.profileRunId
  const { fromMs, toMs } = baselineRange(source, judgedAt.getTime())
  const run = await tx.profileRun.findFirst({
    where: {
      connectionId: baseline.connectionId,
      schema: baseline.schema,
      table: baseline.table,
      state: 'measured',
      finishedAt: { gte: new Date(fromMs), lt: new Date(toMs) },
    },
    orderBy: { finishedAt: 'desc' },
    select: { id: true },
  })
  return run?.id ?? null
}
