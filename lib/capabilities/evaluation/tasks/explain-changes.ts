import { z } from 'zod'
import { explainChanges } from '@/lib/capabilities/model/tasks/explain-changes/explain-changes'
import type { ExplainChangesOutput } from '@/lib/capabilities/model/tasks/explain-changes/output'
import { explainChangesInput, explainChangesVersion } from '@/lib/capabilities/model/tasks/explain-changes/prompt'
import { asEvaluator } from './task-evaluator'

const caseSchema = explainChangesInput.extend({
  id: z.string(),
  /** The changes that need a word. */
  truth: z.array(z.string()),
})

/** Whether an explanation speaks of the changes that need a word and leaves out those that do not. How well it is written is not measured. */
export const explainChangesEvaluator = asEvaluator<z.infer<typeof caseSchema>, ExplainChangesOutput>({
  case: caseSchema,
  version: explainChangesVersion,
  byRules: ({ changes }) => ({
    summary: '',
    points: changes
      .filter(({ severity }) => severity !== 'safe')
      .map(({ ref, severityReason }) => ({ change: ref, effect: severityReason })),
    unknown: '',
  }),
  byModel: ({ id: _id, truth: _truth, ...input }, asker) => explainChanges(input, asker),
  score: ({ truth }, answer) => ({
    choices: [],
    facts: [{ truth, said: answer?.points.map(({ change }) => change) ?? [] }],
  }),
})
