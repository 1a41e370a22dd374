import type { Change, RenameSuggestion, Severity } from '@/lib/control-loop/diff/domain/change'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Action } from './action'
import type { Evidence } from './evidence'

/** A change as the rules see it: the fact, its stored id, its severity and where it came from. */
export interface KnownChange {
  id: string
  change: Change
  severity: Severity
  origin: 'source' | 'outside'
}

/** What a recogniser said of one column. `null` class: it looked and found nothing personal. */
export interface Classification {
  class: string | null
  sensitive: boolean
  evidence: Evidence[]
}

/** Everything rules may look at. No clock, no database: the caller gathered it. */
export interface DraftInput {
  changes: readonly KnownChange[]
  baseline: SchemaTree
  tree: SchemaTree
  renames: readonly RenameSuggestion[]
  /** By formatted column path. Absent: nobody looked. */
  classifications: ReadonlyMap<string, Classification>
}

/** A suggested response before it is checked: what, for which changes, and why. */
export interface Draft {
  ruleId: string
  changeIds: string[]
  /** Formatted path of the object it is about. */
  path: string
  actions: Action[]
  rationale: string
  evidence: Evidence[]
}

/** One rule, one file, one id. A rule answers one change, or passes. */
export interface Rule {
  id: string
  /** What the rule is for, in one sentence. */
  purpose: string
  draft(known: KnownChange, input: DraftInput): Omit<Draft, 'ruleId'> | null
}
