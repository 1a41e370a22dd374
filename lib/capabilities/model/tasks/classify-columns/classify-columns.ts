import { knownNames } from '@/lib/capabilities/model/domain/known-names'
import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainNoClasses } from './explain-failure'
import { classesMax, classifyColumnsLimits } from './limits'
import { type ClassifyColumnsOutput, classifyColumnsOutput } from './output'
import {
  type ClassifyColumnsInput,
  classifyColumnsInput,
  classifyColumnsVersion,
  promptClassifyColumns,
} from './prompt'

export const classifyColumnsTask: ModelTask<ClassifyColumnsInput, ClassifyColumnsOutput> = {
  name: 'classify-columns',
  version: classifyColumnsVersion,
  limits: classifyColumnsLimits,
  output: classifyColumnsOutput,
  input: classifyColumnsInput,
  prompt: promptClassifyColumns,
}

/** A model's opinion of what the columns of one table hold, by the catalog's classes. Columns it invented are sent back, then left out. */
export async function classifyByModel(
  input: ClassifyColumnsInput,
  ask: AskOf<ModelAsk<ClassifyColumnsOutput>>,
): Promise<TaskAnswer<ClassifyColumnsOutput>> {
  const nameOf = knownNames(input.columns.map(({ name }) => name))
  const answer = await askModel(classifyColumnsTask, input, {
    ...ask,
    check: ({ columns }) => [
      ...columns
        .filter(({ column }) => nameOf(column) === null)
        .map(({ column }) => `There is no column \`${column}\`.`),
      ...columns.filter(({ classes }) => classes.length === 0).map(({ column }) => `\`${column}\` has no class.`),
    ],
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainNoClasses(answer.why) }
  return { ...answer, output: { columns: readClasses(answer.output, nameOf) } }
}

/** Real names, each once, with at most three classes. Pure. */
export function readClasses(
  { columns }: ClassifyColumnsOutput,
  nameOf: (said: string) => string | null,
): ClassifyColumnsOutput['columns'] {
  const told = new Set<string>()
  return columns.flatMap(({ column, classes, reason }) => {
    const name = nameOf(column)
    if (name === null || told.has(name) || classes.length === 0) return []
    told.add(name)
    return [{ column: name, classes: [...new Set(classes)].slice(0, classesMax), reason: shownText(reason, 200) }]
  })
}
