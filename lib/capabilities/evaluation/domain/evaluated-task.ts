import { z } from 'zod'

/** The tasks that have labelled cases: the gate's own list, which a domain of another slice cannot import; the evaluators' table holds both together. */
export const evaluatedTasks = [
  'explain-changes',
  'draft-mapping',
  'read-source',
  'judge-rename',
  'classify-columns',
  'describe-tables',
  'advise-sync-mode',
] as const
export const evaluatedTaskSchema = z.enum(evaluatedTasks)
export type EvaluatedTask = (typeof evaluatedTasks)[number]
