import { z } from 'zod'
import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { dataClassSchema } from '@/lib/capabilities/catalog/domain/data-class'
import { classifyByModel } from '@/lib/capabilities/model/tasks/classify-columns/classify-columns'
import type { ClassifyColumnsOutput } from '@/lib/capabilities/model/tasks/classify-columns/output'
import { classifyColumnsVersion } from '@/lib/capabilities/model/tasks/classify-columns/prompt'
import { logicalTypeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { asEvaluator } from './task-evaluator'

const caseSchema = z.object({
  id: z.string(),
  connector: z.string(),
  table: z.string(),
  columns: z.array(
    z.object({ name: z.string(), type: logicalTypeSchema.nullable(), class: dataClassSchema.nullable() }),
  ),
})

/** Columns by name and type alone: the rules get no values either, so that both contenders see the same. */
export const classifyColumnsEvaluator = asEvaluator<z.infer<typeof caseSchema>, ClassifyColumnsOutput>({
  case: caseSchema,
  version: classifyColumnsVersion,
  byRules: ({ connector, table, columns }) => ({
    columns: columns.map(({ name, type }) => {
      const found = classifyColumn({ connector, table, column: name, type })
      return { column: name, classes: [found.class ?? 'none'], reason: '' }
    }),
  }),
  byModel: ({ connector, table, columns }, asker) =>
    classifyByModel(
      { connector, table, columns: columns.map(({ name, type }) => ({ name, type })), samples: {} },
      asker,
    ),
  score: ({ columns }, answer) => {
    const said = new Map(answer?.columns.map(({ column, classes }) => [column, classes] as const) ?? [])
    return {
      facts: [],
      choices: columns.map(({ name, class: truth }) => ({
        truth,
        ranked: (said.get(name) ?? []).map((one) => (one === 'none' ? null : one)),
      })),
    }
  },
})
