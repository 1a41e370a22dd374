import type { JsonValue } from '@/sandbox/state/world'
import { fillSchema } from './fill-schema'
import { fits, type JsonSchema } from './json-schema'
import type { Prompt } from './read-prompt'
import { adviseSyncMode } from './tasks/advise-sync-mode'
import { classifyColumns } from './tasks/classify-columns'
import { describeTables } from './tasks/describe-tables'
import { draftMapping } from './tasks/draft-mapping'
import { explainChanges } from './tasks/explain-changes'
import { judgeRename } from './tasks/judge-rename'
import { readSource } from './tasks/read-source'
import type { TaskAnswerer } from './tasks/task-answerer'

const ANSWERERS: Record<string, TaskAnswerer> = {
  'advise-sync-mode': adviseSyncMode,
  'classify-columns': classifyColumns,
  'describe-tables': describeTables,
  'draft-mapping': draftMapping,
  'explain-changes': explainChanges,
  'judge-rename': judgeRename,
  'read-source': readSource,
}

/**
 * A sensible answer to a task, made from nothing but the prompt; the same prompt, the same answer. What does not keep to the schema
 * asked for is replaced by the least that does: a strict schema is enforced by the service, whatever the model would say.
 */
export function answerTask(task: string | null, prompt: Prompt, schema: JsonSchema, model: string): JsonValue {
  const answer = ANSWERERS[task ?? '']?.(prompt, model)
  if (answer === undefined) return fillSchema(schema)
  const json = JSON.parse(JSON.stringify(answer)) as JsonValue
  return fits(json, schema) ? json : fillSchema(schema)
}
