import type { Path, SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Action, type ActionKind, actionSchema } from './action'
import { checkFeasibility } from './check-feasibility'
import { describeAction } from './describe-actions'
import type { DroppedAction } from './drafting'
import { isAlreadySet, settingKey } from './setting-of-action'

/** How far a draft may reach. */
export interface DraftReach {
  /** The objects the answered changes are about. */
  about: readonly Path[]
  /** What whoever asked may propose. */
  kinds: readonly ActionKind[]
  tree: SchemaTree
}

export interface CheckedDraft {
  kept: Action[]
  dropped: DroppedAction[]
}

/** What a model may draft. Accepting changes and confirming renames are the rules' bookkeeping; the rest is not about a table's mapping. */
export const modelActionKinds = [
  'set-column-enabled',
  'set-column-hashed',
  'set-column-key',
  'set-table-enabled',
  'set-sync-mode',
] as const satisfies readonly ActionKind[]

/** More than this nobody reads; the rest is dropped and said so. */
const actionsMax = 200

/**
 * Parses a draft nobody has checked into the closed union and drops what may not stand: what is no action, names what is not there, is out of
 * reach or not the requester's to propose, cannot be done, is so already, or would show plain values. Each with its reason; risk is not judged here.
 */
export function checkDraft(raw: readonly unknown[], reach: DraftReach): CheckedDraft {
  const kept: Action[] = []
  const dropped: DroppedAction[] = []
  const told = new Set<string>()
  for (const item of raw.slice(0, actionsMax)) {
    const parsed = actionSchema.safeParse(item)
    if (!parsed.success) {
      dropped.push({ what: 'Something that is no action', reason: 'It is none of the actions a proposal may hold.' })
      continue
    }
    const action = parsed.data
    const reason = refusalOf(action, reach) ?? (told.has(settingKey(action)) ? 'The draft says it twice.' : null)
    if (reason === null) {
      kept.push(action)
      told.add(settingKey(action))
      continue
    }
    const { verb, path } = describeAction(action)
    dropped.push({ what: `${verb} ${path}`.trim(), reason })
  }
  if (raw.length > actionsMax) {
    dropped.push({ what: `${raw.length - actionsMax} more actions`, reason: `Nobody reads more than ${actionsMax}.` })
  }
  return { kept, dropped }
}

function refusalOf(action: Action, { about, kinds, tree }: DraftReach): string | null {
  if (!kinds.includes(action.kind)) return 'Whoever asked may not propose this.'
  if (!about.some((path) => isWithin(action, path))) return 'It is not about the objects that changed.'
  if (action.kind === 'set-column-hashed' && !action.hashed) {
    return 'A model does not propose to let plain values land; a person may.'
  }
  const checked = checkFeasibility(action, tree)
  if (!checked.feasible) return checked.reason
  return isAlreadySet(action, tree) ? 'It is so already.' : null
}

/** By name parts, never by the formatted path: a name may hold dots. */
function isWithin(action: Action, about: Path): boolean {
  if (!('table' in action) || action.schema !== about.schema || action.table !== about.table) return false
  if (about.column === undefined) return true
  return 'column' in action && action.column === about.column
}
