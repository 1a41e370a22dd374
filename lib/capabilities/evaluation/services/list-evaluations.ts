import { taskNameSchema } from '@/lib/capabilities/model/domain/task'
import { modelTasks } from '@/lib/capabilities/model/tasks/model-tasks'
import { db } from '@/lib/platform/db/client'
import type { EvaluationList, EvaluationListQuery } from '../contract'
import { evalFiguresSchema } from '../domain/score-answers'

/**
 * The latest measured run of each task, model, prompt version and set of cases, newest set of a task first, so that an admin sees rules and models side by
 * side before a task is switched. `isCurrent` is false for a prompt version that this build no longer asks with.
 */
export async function listEvaluations({ task }: EvaluationListQuery): Promise<EvaluationList> {
  const rows = await db.modelEvalRun.findMany({
    where: task ? { task } : {},
    distinct: ['task', 'model', 'promptVersion', 'caseSetHash'],
    orderBy: { finishedAt: 'desc' },
    take: 500,
  })
  return {
    items: rows.flatMap((row) => {
      const name = taskNameSchema.safeParse(row.task)
      if (!name.success) return []
      const contender = row.contender === 'rules' ? ('rules' as const) : ('model' as const)
      return [
        {
          id: row.id,
          task: name.data,
          contender,
          model: row.model,
          promptVersion: row.promptVersion,
          isCurrent: contender === 'rules' || row.promptVersion === modelTasks[name.data].version,
          caseSetHash: row.caseSetHash,
          cases: row.cases,
          figures: evalFiguresSchema.parse(row.figures),
          finishedAt: row.finishedAt.toISOString(),
          startedBy: row.startedBy,
        },
      ]
    }),
    versions: Object.values(modelTasks).map((known) => ({ task: known.name, promptVersion: known.version })),
  }
}
