import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Risk, risks } from './verdict'

/** What risk looks at beside the action: data class and reach. Never a model's opinion. */
export interface RiskSignals {
  /** Formatted paths (`schema.table.column`) of columns recognised as sensitive. */
  sensitivePaths: ReadonlySet<string>
  /** Severity of the changes an `accept-changes` takes in, by change id. Unknown ids count as breaking. */
  severityOfChange: ReadonlyMap<string, 'safe' | 'dangerous' | 'breaking'>
  /** Kind of those changes, by change id. */
  kindOfChange?: ReadonlyMap<string, string>
  /** Formatted paths of new columns that the source never leaves empty. */
  requiredPaths?: ReadonlySet<string>
}

/** What is gone or means something else once it is taken into the baseline: keys, deletions, plain values. */
const gravest: readonly string[] = [
  'key-changed',
  'column-removed',
  'table-removed',
  'schema-removed',
  'column-hash-changed',
]
export interface DerivedRisk {
  risk: Risk
  reasons: string[]
}

/*
 * The law: an effect that exposes plain personal values, removes rows or rewrites a key is high; one that changes what readers get or
 * touches personal data is medium; one that adds something harmless, or only moves Headgate's own baseline over safe facts, is low.
 */
function riskOf(action: Action, signals: RiskSignals, actions: readonly Action[]): { risk: Risk; reason: string } {
  switch (action.kind) {
    case 'set-column-hashed':
      return action.hashed
        ? { risk: 'medium', reason: 'joins on plain values break' }
        : { risk: 'high', reason: 'plain values would land' }
    case 'set-column-enabled': {
      if (!action.enabled) return { risk: 'medium', reason: 'readers stop getting values' }
      const path = `${action.schema}.${action.table}.${action.column}`
      if (signals.sensitivePaths.has(path)) {
        return { risk: 'high', reason: `\`${action.column}\` looks personal and would land` }
      }
      return signals.requiredPaths?.has(path)
        ? { risk: 'medium', reason: 'the source never leaves it empty; older rows will be' }
        : { risk: 'low', reason: 'a column without personal data comes in' }
    }
    case 'set-table-enabled':
      return action.enabled
        ? { risk: 'medium', reason: 'a whole table comes in' }
        : { risk: 'high', reason: 'a whole table stops' }
    case 'set-schema-enabled':
      return { risk: 'high', reason: 'a whole schema is switched' }
    case 'set-column-key':
      return { risk: 'high', reason: 'the key changes' }
    case 'set-sync-mode':
      return { risk: 'high', reason: 'the destination table is rewritten' }
    case 'resync-table':
      return { risk: 'high', reason: 'the whole table is read again' }
    case 'set-change-handling':
      return action.changeHandling === 'block-all'
        ? { risk: 'medium', reason: 'new things stop coming in by themselves' }
        : { risk: 'high', reason: 'new things would come in by themselves' }
    case 'pause-connection':
      return { risk: 'medium', reason: 'the connection stops delivering' }
    case 'resume-connection':
      return { risk: 'low', reason: 'the connection delivers again' }
    case 'create-connection':
      return { risk: 'medium', reason: 'a new connection comes into the account' }
    case 'preset-change-handling':
      return action.changeHandling === 'allow-all'
        ? { risk: 'medium', reason: 'new things will come in by themselves' }
        : { risk: 'low', reason: 'new tables wait for a decision' }
    case 'preset-table':
      return { risk: 'low', reason: 'settings before the first sync' }
    case 'preset-column':
      return action.enabled &&
        !action.hashed &&
        signals.sensitivePaths.has(formatPath({ schema: action.schema, table: action.table, column: action.column }))
        ? { risk: 'high', reason: `\`${action.column}\` looks personal and would land in plain text` }
        : { risk: 'low', reason: 'settings before the first sync' }
    case 'move-baseline':
      return { risk: 'medium', reason: 'what moved until now stops being reported' }
    case 'add-check':
      return action.check.blocking
        ? { risk: 'medium', reason: 'a failure will propose to pause the connection' }
        : { risk: 'low', reason: 'rows are looked at and nothing is changed' }
    case 'retire-check':
      return { risk: 'medium', reason: 'bad rows will no longer be noticed' }
    case 'confirm-rename':
      return { risk: 'medium', reason: 'readers of the old name get nothing new' }
    case 'accept-changes': {
      const worst = action.changeIds.map((id) => signals.severityOfChange.get(id) ?? 'breaking')
      if (worst.every((severity) => severity === 'safe')) {
        return { risk: 'low', reason: 'only the baseline moves, over safe changes' }
      }
      // Of a confirmed rename, the old name's disappearance is no deletion.
      const isRename = actions.some(({ kind }) => kind === 'confirm-rename')
      const isGrave = action.changeIds.some((id) => {
        const kind = signals.kindOfChange?.get(id) ?? ''
        if (isRename && kind === 'column-removed') return false
        return signals.severityOfChange.get(id) === 'breaking' && gravest.includes(kind)
      })
      return isGrave
        ? { risk: 'high', reason: 'a key, a deletion or plain values become the baseline' }
        : { risk: 'medium', reason: 'readers may already be broken' }
    }
  }
}

/** Hashing in the same proposal covers a sensitive column that comes in: its plain values never land. */
function isCovered(action: Action, actions: readonly Action[]): boolean {
  return (
    action.kind === 'set-column-enabled' &&
    action.enabled &&
    actions.some(
      (other) =>
        other.kind === 'set-column-hashed' &&
        other.hashed &&
        other.schema === action.schema &&
        other.table === action.table &&
        other.column === action.column,
    )
  )
}

/** Derives the risk of a list of actions: the highest member decides; every reason at that level is named. */
export function deriveRisk(actions: readonly Action[], signals: RiskSignals): DerivedRisk {
  const rated = actions
    .filter((action) => !isCovered(action, actions))
    .map((action) => riskOf(action, signals, actions))
  const level = Math.max(0, ...rated.map(({ risk }) => risks.indexOf(risk)))
  const risk = risks[level] ?? 'high'
  return { risk, reasons: [...new Set(rated.filter((rate) => rate.risk === risk).map(({ reason }) => reason))] }
}
