import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { type Risk, risks } from './verdict'

/** What risk looks at beside the action: data class and reach. Never a model's opinion. */
export interface RiskSignals {
  /** Formatted paths (`schema.table.column`) of columns recognised as sensitive. */
  sensitivePaths: ReadonlySet<string>
  /** Severity of the changes an `accept-changes` takes in, by change id. Unknown ids count as breaking. */
  severityOfChange: ReadonlyMap<string, 'safe' | 'dangerous' | 'breaking'>
}
export interface DerivedRisk {
  risk: Risk
  reasons: string[]
}

/*
 * The law: an effect that exposes plain personal values, removes rows or rewrites a key is high; one that changes what readers get or
 * touches personal data is medium; one that adds something harmless, or only moves Headgate's own baseline over safe facts, is low.
 */
function riskOf(action: Action, signals: RiskSignals): { risk: Risk; reason: string } {
  switch (action.kind) {
    case 'set-column-hashed':
      return action.hashed
        ? { risk: 'medium', reason: 'joins on plain values break' }
        : { risk: 'high', reason: 'plain values would land' }
    case 'set-column-enabled': {
      if (!action.enabled) return { risk: 'medium', reason: 'readers stop getting values' }
      const path = `${action.schema}.${action.table}.${action.column}`
      return signals.sensitivePaths.has(path)
        ? { risk: 'high', reason: `\`${action.column}\` looks personal and would land` }
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
    case 'confirm-rename':
      return { risk: 'medium', reason: 'readers of the old name get nothing new' }
    case 'accept-changes': {
      const worst = action.changeIds.map((id) => signals.severityOfChange.get(id) ?? 'breaking')
      return worst.every((severity) => severity === 'safe')
        ? { risk: 'low', reason: 'only the baseline moves, over safe changes' }
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
  const rated = actions.filter((action) => !isCovered(action, actions)).map((action) => riskOf(action, signals))
  const level = Math.max(0, ...rated.map(({ risk }) => risks.indexOf(risk)))
  const risk = risks[level] ?? 'high'
  return { risk, reasons: [...new Set(rated.filter((rate) => rate.risk === risk).map(({ reason }) => reason))] }
}
