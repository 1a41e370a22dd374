import { z } from 'zod'
import { changeHandlingSchema, syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

/**
 * The closed union of what a proposal may do. Rules, a language model and people all speak it; nothing outside it can be applied.
 * Stored as JSON in `proposal_revision.actions`: changing a member needs a migration.
 */
const column = { schema: z.string(), table: z.string(), column: z.string() }
const table = { schema: z.string(), table: z.string() }

export const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-column-enabled'), ...column, enabled: z.boolean() }),
  z.object({ kind: z.literal('set-column-hashed'), ...column, hashed: z.boolean() }),
  z.object({ kind: z.literal('set-column-key'), ...column, primaryKey: z.boolean() }),
  z.object({ kind: z.literal('set-table-enabled'), ...table, enabled: z.boolean() }),
  z.object({ kind: z.literal('set-sync-mode'), ...table, syncMode: syncModeSchema }),
  z.object({ kind: z.literal('set-schema-enabled'), schema: z.string(), enabled: z.boolean() }),
  z.object({ kind: z.literal('set-change-handling'), changeHandling: changeHandlingSchema }),
  z.object({ kind: z.literal('resync-table'), ...table }),
  z.object({ kind: z.literal('pause-connection') }),
  z.object({ kind: z.literal('resume-connection') }),
  /** Take the observed state of these paths into the approved baseline. Touches nothing outside Headgate. */
  z.object({ kind: z.literal('accept-changes'), changeIds: z.array(z.string()).min(1) }),
  /** Record that `to` is `from` under a new name: settings, class and history move over. Touches nothing outside Headgate. */
  z.object({ kind: z.literal('confirm-rename'), ...table, from: z.string(), to: z.string() }),
])
export type Action = z.infer<typeof actionSchema>
export type ActionKind = Action['kind']

export const applyPaths = ['fivetran-api', 'catalog', 'not-possible'] as const
export type ApplyPath = (typeof applyPaths)[number]

const pathOfKind: Record<ActionKind, ApplyPath> = {
  'set-column-enabled': 'fivetran-api',
  'set-column-hashed': 'fivetran-api',
  'set-column-key': 'fivetran-api',
  'set-table-enabled': 'fivetran-api',
  'set-sync-mode': 'fivetran-api',
  'set-schema-enabled': 'fivetran-api',
  'set-change-handling': 'fivetran-api',
  'resync-table': 'fivetran-api',
  'pause-connection': 'fivetran-api',
  'resume-connection': 'fivetran-api',
  'accept-changes': 'catalog',
  'confirm-rename': 'catalog',
}

/** By which route an action of this kind takes effect. */
export function applyPathOf(kind: ActionKind): ApplyPath {
  return pathOfKind[kind]
}
