import { z } from 'zod'
import type { InferredTable } from '@/lib/capabilities/mapping/domain/inferred-table'
import { findCursors } from '@/lib/capabilities/mapping/domain/keys/find-cursors'
import { adviseSyncMode } from '@/lib/capabilities/mapping/domain/proposal/advise-sync'
import { fieldTypeOf } from '@/lib/capabilities/mapping/domain/records/field-profile'
import { adviseSyncModeByModel } from '@/lib/capabilities/model/tasks/advise-sync-mode/advise-sync-mode'
import type { AdviseSyncModeOutput } from '@/lib/capabilities/model/tasks/advise-sync-mode/output'
import { adviseSyncModeInput, adviseSyncModeVersion } from '@/lib/capabilities/model/tasks/advise-sync-mode/prompt'
import { logicalTypeSchema, syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { asEvaluator } from './task-evaluator'

const caseSchema = adviseSyncModeInput.extend({ id: z.string(), truth: syncModeSchema })
type SyncModeCase = z.infer<typeof caseSchema>

function toTable({ table, columns }: SyncModeCase): InferredTable {
  const fields = columns.map(({ name, type }) => {
    const logical = logicalTypeSchema.nullable().catch(null).parse(type) ?? 'STRING'
    return {
      path: [name],
      type: fieldTypeOf(logical),
      logical,
      nullable: false,
      holdsRecords: false,
      isUnique: null,
      samples: [],
      description: null,
    }
  })
  const primaryKey = columns.filter(({ key }) => key).map(({ name }) => name)
  const shape = { name: table, parent: null, rows: null, primaryKey, primaryKeyCandidates: [], foreignKeys: [] }
  return { ...shape, fields, cursors: findCursors(fields) }
}

/** Tables with the mode that fits. The default mode is no claim: precision and recall are of the other two. */
export const adviseSyncModeEvaluator = asEvaluator<SyncModeCase, AdviseSyncModeOutput>({
  case: caseSchema,
  version: adviseSyncModeVersion,
  byRules: (one) => {
    const { syncMode, syncModeReason } = adviseSyncMode(toTable(one))
    return { syncMode, reason: syncModeReason, against: '' }
  },
  byModel: ({ id: _id, truth: _truth, ...input }, asker) => adviseSyncModeByModel(input, asker),
  score: ({ truth }, answer) => {
    const told = (mode: string) => (mode === 'soft-delete' ? null : mode)
    return { facts: [], choices: [{ truth: told(truth), ranked: answer ? [told(answer.syncMode)] : [] }] }
  },
})
