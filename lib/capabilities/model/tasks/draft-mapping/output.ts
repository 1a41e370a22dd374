import { z } from 'zod'
import { syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * A draft for one table: the settings a model may draft, as strict JSON schemas can say them (nothing optional, no null, no lengths). The proposal's
 * checker parses each action again with the real union, against objects that exist. Suggestions are no actions: they are shown and never applied.
 */
const table = { schema: z.string(), table: z.string() }
const column = { ...table, column: z.string() }

// A plain union becomes `anyOf`, which compatible servers accept where they refuse `oneOf`.
const draftedActionSchema = z.union([
  z.object({ kind: z.literal('set-column-enabled'), ...column, enabled: z.boolean() }),
  z.object({ kind: z.literal('set-column-hashed'), ...column, hashed: z.boolean() }),
  z.object({ kind: z.literal('set-column-key'), ...column, primaryKey: z.boolean() }),
  z.object({ kind: z.literal('set-table-enabled'), ...table, enabled: z.boolean() }),
  z.object({ kind: z.literal('set-sync-mode'), ...table, syncMode: syncModeSchema }),
])
export type DraftedAction = z.infer<typeof draftedActionSchema>

export const draftMappingOutput = z.object({
  rationale: z.string(),
  actions: z.array(draftedActionSchema),
  suggestions: z.array(
    z.object({
      /** Empty: of the table itself. */
      column: z.string(),
      about: z.enum(['standard-name', 'description', 'type', 'target-column']),
      value: z.string(),
      reason: z.string(),
    }),
  ),
})
export type DraftMappingOutput = z.infer<typeof draftMappingOutput>
