import type { EvaluatedTask } from '@/lib/capabilities/evaluation/domain/evaluated-task'
import type { TaskName } from '@/lib/capabilities/model/domain/task'
import { adviseSyncModeEvaluator } from './advise-sync-mode'
import { classifyColumnsEvaluator } from './classify-columns'
import { describeTablesEvaluator } from './describe-tables'
import { draftMappingEvaluator } from './draft-mapping'
import { explainChangesEvaluator } from './explain-changes'
import { judgeRenameEvaluator } from './judge-rename'
import { readSourceEvaluator } from './read-source'
import type { AnyEvaluator } from './task-evaluator'

/** Every task with the way its cases are measured. */
export const evaluators: Record<TaskName & EvaluatedTask, AnyEvaluator> = {
  'explain-changes': explainChangesEvaluator,
  'draft-mapping': draftMappingEvaluator,
  'read-source': readSourceEvaluator,
  'judge-rename': judgeRenameEvaluator,
  'classify-columns': classifyColumnsEvaluator,
  'describe-tables': describeTablesEvaluator,
  'advise-sync-mode': adviseSyncModeEvaluator,
}
