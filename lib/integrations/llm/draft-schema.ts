import { z } from 'zod'
import type { ActionKind } from '@/lib/control-loop/proposal/domain/action'

/**
 * The shape a model must answer in: the closed union of actions, loosened to what strict JSON schemas can say (nothing optional, no
 * nulls, no lengths). The checker afterwards parses each action with the real union and against objects that exist.
 */
const table = { schema: z.string(), table: z.string() }
const column = { ...table, column: z.string() }

const actionShapes = {
  'set-column-enabled': z.object({ kind: z.literal('set-column-enabled'), ...column, enabled: z.boolean() }),
  'set-column-hashed': z.object({ kind: z.literal('set-column-hashed'), ...column, hashed: z.boolean() }),
  'set-column-key': z.object({ kind: z.literal('set-column-key'), ...column, primaryKey: z.boolean() }),
  'set-table-enabled': z.object({ kind: z.literal('set-table-enabled'), ...table, enabled: z.boolean() }),
  'set-sync-mode': z.object({ kind: z.literal('set-sync-mode'), ...table, syncMode: z.string() }),
  'set-schema-enabled': z.object({ kind: z.literal('set-schema-enabled'), schema: z.string(), enabled: z.boolean() }),
  'set-change-handling': z.object({ kind: z.literal('set-change-handling'), changeHandling: z.string() }),
  'resync-table': z.object({ kind: z.literal('resync-table'), ...table }),
  'pause-connection': z.object({ kind: z.literal('pause-connection') }),
  'resume-connection': z.object({ kind: z.literal('resume-connection') }),
  'accept-changes': z.object({ kind: z.literal('accept-changes'), changeIds: z.array(z.string()) }),
  'confirm-rename': z.object({ kind: z.literal('confirm-rename'), ...table, from: z.string(), to: z.string() }),
} as const satisfies Record<ActionKind, z.ZodObject>

type ActionShape = (typeof actionShapes)[ActionKind]

/** The schema for one request: only the kinds that may be proposed are part of the union. Refuses an empty list of kinds. */
export function draftSchemaFor(allowedKinds: readonly ActionKind[]) {
  const [first, ...rest] = [...new Set(allowedKinds)].map((kind): ActionShape => actionShapes[kind])
  if (!first) throw new RangeError('A draft needs at least one kind of action.')
  // A plain union becomes `anyOf`, which compatible servers accept where they refuse `oneOf`.
  const action = rest.length === 0 ? first : z.union([first, ...rest])
  return z.object({ rationale: z.string(), actions: z.array(action) })
}

export type DraftSchema = ReturnType<typeof draftSchemaFor>
/** The model's raw, unchecked answer. */
export type ProposalDraft = z.infer<DraftSchema>
