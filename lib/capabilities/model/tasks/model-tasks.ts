import type { AnyModelTask, TaskName } from '@/lib/capabilities/model/domain/task'
import { adviseSyncModeTask } from './advise-sync-mode/advise-sync-mode'
import { classifyColumnsTask } from './classify-columns/classify-columns'
import { describeTablesTask } from './describe-tables/describe-tables'
import { draftMappingTask } from './draft-mapping/draft-mapping'
import { explainChangesTask } from './explain-changes/explain-changes'
import { judgeRenameTask } from './judge-rename/judge-rename'
import { readSourceTask } from './read-source/read-source'

/** Every task by its name, for what works on all of them: preview, replay, evaluation. */
export const modelTasks: Record<TaskName, AnyModelTask> = {
  'explain-changes': explainChangesTask,
  'draft-mapping': draftMappingTask,
  'read-source': readSourceTask,
  'judge-rename': judgeRenameTask,
  'classify-columns': classifyColumnsTask,
  'describe-tables': describeTablesTask,
  'advise-sync-mode': adviseSyncModeTask,
}
