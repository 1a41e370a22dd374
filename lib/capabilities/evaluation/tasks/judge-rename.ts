import { z } from 'zod'
import { judgeRename } from '@/lib/capabilities/model/tasks/judge-rename/judge-rename'
import type { JudgeRenameOutput } from '@/lib/capabilities/model/tasks/judge-rename/output'
import { judgeRenameInput, judgeRenameVersion } from '@/lib/capabilities/model/tasks/judge-rename/prompt'
import { suggestRenames } from '@/lib/control-loop/diff/domain/renames/suggest-renames'
import { type ColumnState, logicalTypeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { asEvaluator } from './task-evaluator'

const caseSchema = judgeRenameInput.extend({ id: z.string(), truth: z.enum(['same', 'different']) })
type RenameCase = z.infer<typeof caseSchema>

function stateOf({ type, nullable, key }: RenameCase['gone']): ColumnState {
  return {
    destinationName: '',
    enabled: true,
    hashed: false,
    primaryKey: key,
    type: logicalTypeSchema.nullable().catch(null).parse(type),
    typeSpelling: type,
    nullable,
    lock: null,
    touched: false,
    inSource: true,
  }
}

/** Pairs that are one column under a new name, and pairs that are not. The rules see names, types and what is measured of none: neither has rows. */
export const judgeRenameEvaluator = asEvaluator<RenameCase, JudgeRenameOutput>({
  case: caseSchema,
  version: judgeRenameVersion,
  byRules: ({ table, gone, came }) => {
    const path = { schema: 's', table }
    const { suggestions } = suggestRenames(
      [
        { kind: 'column-removed', path: { ...path, column: gone.name }, base: stateOf(gone) },
        { kind: 'column-added', path: { ...path, column: came.name }, revision: stateOf(came) },
      ],
      { decisions: [] },
    )
    return { opinion: suggestions.length > 0 ? 'same' : 'different', reason: '' }
  },
  byModel: ({ id: _id, truth: _truth, ...input }, asker) => judgeRename(input, asker),
  score: ({ truth }, answer) => ({
    facts: [],
    // "Not one" is the state of things before anybody says a word: only "same" is a claim.
    choices: [{ truth: truth === 'same' ? 'same' : null, ranked: answer?.opinion === 'same' ? ['same'] : [null] }],
  }),
})
