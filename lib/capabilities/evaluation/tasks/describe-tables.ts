import { z } from 'zod'
import { describeTables } from '@/lib/capabilities/model/tasks/describe-tables/describe-tables'
import type { DescribeTablesOutput } from '@/lib/capabilities/model/tasks/describe-tables/output'
import { describeTablesInput, describeTablesVersion } from '@/lib/capabilities/model/tasks/describe-tables/prompt'
import { compareNames } from '@/lib/control-loop/diff/domain/renames/name-similarity'
import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { asEvaluator } from './task-evaluator'

const caseSchema = describeTablesInput.extend({
  id: z.string(),
  /** The term of each column that has one, by `table.column`; a column that is not named has none. */
  truth: z.record(z.string(), z.string()),
})
type DescribeCase = z.infer<typeof caseSchema>

/** Below it two names are not one thing, by the same measure that pairs renamed columns. */
const likenessMin = 0.75

/** Whether columns find their terms in a glossary. The text of descriptions has no truth to be held against and is not scored. */
export const describeTablesEvaluator = asEvaluator<DescribeCase, DescribeTablesOutput>({
  case: caseSchema,
  version: describeTablesVersion,
  byRules: ({ tables, glossary }) => ({
    tables: tables.map(({ name, columns }) => ({
      table: name,
      description: '',
      terms: [],
      columns: columns.map((column) => ({
        column: column.name,
        description: '',
        terms: glossary
          .map(({ term }) => ({ term, score: compareNames(tokeniseName(column.name), tokeniseName(term)).score }))
          .filter(({ score }) => score >= likenessMin)
          .sort((one, other) => other.score - one.score)
          .map(({ term }) => term),
      })),
    })),
  }),
  byModel: ({ id: _id, truth: _truth, ...input }, asker) => describeTables(input, asker),
  score: ({ tables, truth }, answer) => ({
    facts: [],
    choices: tables.flatMap(({ name, columns }) => {
      const said = answer?.tables.find(({ table }) => table === name)?.columns
      return columns.map((column) => ({
        truth: truth[`${name}.${column.name}`] ?? null,
        ranked: said?.find((one) => one.column === column.name)?.terms ?? [],
      }))
    }),
  }),
})
