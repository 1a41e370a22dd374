import { z } from 'zod'
import { parseDdl } from '@/lib/capabilities/mapping/domain/documents/parse-ddl'
import { fieldName, type InferredTable, MappingInputError } from '@/lib/capabilities/mapping/domain/inferred-table'
import { blankSource } from '@/lib/capabilities/model/tasks/read-source/blank-source'
import { readSourceVersion } from '@/lib/capabilities/model/tasks/read-source/prompt'
import { readSource } from '@/lib/capabilities/model/tasks/read-source/read-source'
import { toInferredTables } from '@/lib/capabilities/model/tasks/read-source/to-inferred-tables'
import { asEvaluator } from './task-evaluator'

const caseSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.enum(['documentation', 'ddl']),
  text: z.string(),
  /** By table: its fields with their types, and its key. */
  truth: z.record(z.string(), z.object({ fields: z.record(z.string(), z.string()), key: z.array(z.string()) })),
})
type SourceCase = z.infer<typeof caseSchema>

/** Tables, fields with types and keys read from definitions and from documentation. The rules read definitions only. */
export const readSourceEvaluator = asEvaluator<SourceCase, InferredTable[]>({
  case: caseSchema,
  version: readSourceVersion,
  byRules: ({ source, text }) => {
    try {
      return source === 'ddl' ? parseDdl(text) : []
    } catch (error) {
      if (error instanceof MappingInputError) return []
      throw error
    }
  },
  byModel: async ({ name, source, text }, asker) => {
    const answer = await readSource({ name, kind: source, text: blankSource(source, text) }, asker)
    if (answer.outcome === 'none') return answer
    const { tables } = answer.output
    return { ...answer, output: tables.length === 0 ? [] : toInferredTables(answer.output) }
  },
  score: ({ truth }, answer) => {
    const said = (answer ?? []).flatMap((table) =>
      table.fields.map((field) => `${lower(table.name)}.${fieldName(field)}: ${field.type}`),
    )
    const told = Object.entries(truth)
    return {
      facts: [
        {
          truth: told.flatMap(([table, { fields }]) =>
            Object.entries(fields).map(([name, type]) => `${lower(table)}.${name}: ${type}`),
          ),
          said,
        },
      ],
      choices: told.map(([table, { key }]) => ({
        truth: key.join(','),
        ranked: (answer?.find(({ name }) => lower(name) === lower(table))?.primaryKeyCandidates ?? []).map(
          ({ columns }) => columns.join(','),
        ),
      })),
    }
  },
})

const lower = (name: string) => name.toLowerCase()
