import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import type { AppliedMark } from '../contract'

const stepSchema = z.object({ title: z.string() })

/** Runs that changed something outside Headgate since an instant, for annotations: one mark a run. */
export async function listAppliedMarks(since: Date, connectionId?: string): Promise<AppliedMark[]> {
  const runs = await db.applyRun.findMany({
    where: {
      finishedAt: { gte: since },
      ...(connectionId !== undefined && { connectionId }),
      steps: { some: { state: 'done', NOT: { step: { path: ['applyPath'], equals: 'catalog' } } } },
    },
    include: { steps: { orderBy: { index: 'asc' }, take: 1 } },
    orderBy: { finishedAt: 'asc' },
    take: 500,
  })
  return runs.map((run) => ({
    at: (run.finishedAt ?? since).toISOString(),
    label: `R-${run.number}`,
    title: stepSchema.parse(run.steps[0]?.step ?? { title: '' }).title,
    href: `/apply-runs/${run.id}`,
    connectionId: run.connectionId,
  }))
}
