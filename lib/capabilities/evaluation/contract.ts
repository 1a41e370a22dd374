import { z } from 'zod'
import { evaluatedTaskSchema } from './domain/evaluated-task'
import { evalFiguresSchema } from './domain/score-answers'

/** REST shapes of measured runs: how often rules and models are right, at what price and pace. */
export const evaluationListQuerySchema = z.object({ task: evaluatedTaskSchema.optional() })
export type EvaluationListQuery = z.infer<typeof evaluationListQuerySchema>

export const evaluationSchema = z.object({
  id: z.string(),
  task: evaluatedTaskSchema,
  contender: z.enum(['rules', 'model']),
  /** `rules`, or provider/model. */
  model: z.string(),
  promptVersion: z.string(),
  /** This build still asks with that version. */
  isCurrent: z.boolean(),
  /** Only runs on the same cases can be compared. */
  caseSetHash: z.string(),
  cases: z.number(),
  figures: evalFiguresSchema,
  finishedAt: z.iso.datetime({ offset: true }),
  startedBy: z.string(),
})
export type Evaluation = z.infer<typeof evaluationSchema>

export const evaluationListSchema = z.object({
  items: z.array(evaluationSchema),
  /** The version each task is asked with now. */
  versions: z.array(z.object({ task: evaluatedTaskSchema, promptVersion: z.string() })),
})
export type EvaluationList = z.infer<typeof evaluationListSchema>
