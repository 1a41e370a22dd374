import { z } from 'zod'
import { changeHandlingSchema, syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { checkTermsSchema } from './check-promise'

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
  /** Compare the rows of a table with another state of it from now on. Touches nothing outside Headgate. */
  z.object({
    kind: z.literal('move-baseline'),
    ...table,
    source: z.discriminatedUnion('kind', [
      /** The table as one measurement found it. */
      z.object({ kind: z.literal('profile'), profileRunId: z.string(), measuredAt: z.iso.datetime() }),
      z.object({ kind: z.literal('date'), date: z.iso.date() }),
      z.object({
        kind: z.literal('rolling'),
        days: z.number().int().min(7).max(366),
        gapDays: z.number().int().min(1).max(90),
      }),
    ]),
  }),
  /** Hold the rows of a table to a promise, or to other bounds of one it has. Read in the destination; nothing outside Headgate changes. */
  z.object({ kind: z.literal('add-check'), ...table, check: checkTermsSchema }),
  z.object({ kind: z.literal('retire-check'), ...table, check: checkTermsSchema }),
  /** A connection that does not exist yet. Always paused and never with credentials: a person completes its set-up in Fivetran. */
  z.object({
    kind: z.literal('create-connection'),
    /** The destination as the service and as people know it. */
    groupId: z.string().min(1),
    destination: z.string(),
    service: z.string(),
    /** Schema or prefix it lands in: its name for good, and the mark by which a create whose reply was lost is found again. */
    name: z.string(),
    /** Table or group of tables, where the type has one. */
    part: z.string().nullable(),
    paused: z.literal(true),
    address: z.strictObject({ host: z.string(), port: z.number().int(), database: z.string() }).nullable(),
  }),
  /** Settings that the service takes before it has looked at the source, and applies when it first does. Of a connection that is created only. */
  z.object({ kind: z.literal('preset-change-handling'), changeHandling: changeHandlingSchema }),
  z.object({ kind: z.literal('preset-table'), ...table, enabled: z.boolean(), syncMode: syncModeSchema.nullable() }),
  z.object({ kind: z.literal('preset-column'), ...column, enabled: z.boolean(), hashed: z.boolean() }),
])
export type Action = z.infer<typeof actionSchema>
export type ActionKind = Action['kind']
export type CreateConnection = Extract<Action, { kind: 'create-connection' }>
/** Settings given before there is a schema to read. */
export type Preset = Extract<Action, { kind: `preset-${string}` }>

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
  'add-check': 'catalog',
  'retire-check': 'catalog',
  'move-baseline': 'catalog',
  'create-connection': 'fivetran-api',
  'preset-change-handling': 'fivetran-api',
  'preset-table': 'fivetran-api',
  'preset-column': 'fivetran-api',
}

/** By which route an action of this kind takes effect. */
export function applyPathOf(kind: ActionKind): ApplyPath {
  return pathOfKind[kind]
}

/** The connection a list of actions creates; null when it is about one that exists. */
export function findCreate(actions: readonly Action[]): CreateConnection | null {
  return actions.find((action) => action.kind === 'create-connection') ?? null
}

/** True for settings given before there is a schema to read. */
export function isPreset(action: Action): action is Preset {
  return action.kind === 'preset-change-handling' || action.kind === 'preset-table' || action.kind === 'preset-column'
}

/** True when the live state of a connection that exists shows whether an action has taken effect. */
export function leavesTrace(action: Action): boolean {
  return (
    !isPreset(action) &&
    !['accept-changes', 'confirm-rename', 'add-check', 'retire-check', 'move-baseline', 'resync-table'].includes(
      action.kind,
    )
  )
}
