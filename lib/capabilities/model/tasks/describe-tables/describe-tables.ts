import { knownNames } from '@/lib/capabilities/model/domain/known-names'
import type { ModelAsk } from '@/lib/capabilities/model/domain/model-answer'
import { shownText } from '@/lib/capabilities/model/domain/shown-text'
import type { ModelTask } from '@/lib/capabilities/model/domain/task'
import { askModel } from '@/lib/capabilities/model/services/ask-model'
import type { AskOf, TaskAnswer } from '@/lib/capabilities/model/tasks/task-answer'
import { explainNoDescriptions } from './explain-failure'
import { describeTablesLimits } from './limits'
import { type DescribeTablesOutput, describeTablesOutput } from './output'
import { type DescribeTablesInput, describeTablesInput, describeTablesVersion, promptDescribeTables } from './prompt'

export const describeTablesTask: ModelTask<DescribeTablesInput, DescribeTablesOutput> = {
  name: 'describe-tables',
  version: describeTablesVersion,
  limits: describeTablesLimits,
  output: describeTablesOutput,
  input: describeTablesInput,
  prompt: promptDescribeTables,
}

/** Suggests descriptions and glossary terms. Tables, columns and terms that were not shown are sent back, then left out. */
export async function describeTables(
  input: DescribeTablesInput,
  ask: AskOf<ModelAsk<DescribeTablesOutput>>,
): Promise<TaskAnswer<DescribeTablesOutput>> {
  const answer = await askModel(describeTablesTask, input, {
    ...ask,
    check: (output) => readDescriptions(output, input).problems,
  })
  if (answer.outcome === 'none') return { ...answer, sentence: explainNoDescriptions(answer.why) }
  return { ...answer, output: { tables: readDescriptions(answer.output, input).tables } }
}

/** What of an answer is about things that were shown, in their real names, and what is not. Pure. */
export function readDescriptions(
  output: DescribeTablesOutput,
  input: DescribeTablesInput,
): { tables: DescribeTablesOutput['tables']; problems: string[] } {
  const problems: string[] = []
  const tableOf = knownNames(input.tables.map(({ name }) => name))
  const termOf = knownNames(input.glossary.map(({ term }) => term))
  const readTerms = (terms: readonly string[]) => {
    const known = terms.map((term) => ({ term, found: termOf(term) }))
    for (const { term, found } of known) if (found === null) problems.push(`The glossary has no term \`${term}\`.`)
    return [...new Set(known.flatMap(({ found }) => (found === null ? [] : [found])))].slice(0, 3)
  }
  const tables = output.tables.flatMap(({ table, description, terms, columns }) => {
    const name = tableOf(table)
    const shown = input.tables.find((candidate) => candidate.name === name)
    if (name === null || shown === undefined) {
      problems.push(`There is no table \`${table}\`.`)
      return []
    }
    const columnOf = knownNames(shown.columns.map((column) => column.name))
    return [
      {
        table: name,
        description: shownText(description, 300),
        terms: readTerms(terms),
        columns: columns.flatMap((said) => {
          const column = columnOf(said.column)
          if (column === null) {
            problems.push(`\`${table}\` has no column \`${said.column}\`.`)
            return []
          }
          return [{ column, description: shownText(said.description, 300), terms: readTerms(said.terms) }]
        }),
      },
    ]
  })
  return { tables, problems }
}
