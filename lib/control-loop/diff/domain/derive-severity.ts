import type { ChangeHandling } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change, Severity } from './change'

export type ChangeElement = 'connection' | 'schema' | 'table' | 'key' | 'column' | 'values' | 'type' | 'name'
export type ChangeEffect =
  | 'appears'
  | 'disappears'
  | 'starts'
  | 'stops'
  | 'opens'
  | 'tightens'
  | 'exposes'
  | 'obscures'
  | 'widens'
  | 'breaks'
  | 'moves'

/**
 * The law. A reader of the destination relies on what it reads being there, meaning the same, and showing no more than it did.
 *   breaking   something relied upon is gone or means something else, or values that were hidden now land in plain
 *   dangerous  everything is still there, but a reader that was right may now be wrong: other types, nulls, joins, or rows that age
 *   safe       nobody can rely on it yet, or nothing that is read moves
 * Each pair of element and effect has one row; context regrades below, and says why. A new kind of change names its pair, never a severity.
 */
const law: Partial<Record<`${ChangeElement} ${ChangeEffect}`, readonly [Severity, string]>> = {
  'schema appears': ['safe', 'Nothing reads a schema that is not there yet.'],
  'schema disappears': ['breaking', 'Everything that reads this schema stops being fed.'],
  'schema starts': ['safe', 'Its tables begin to arrive; nobody relies on them yet.'],
  'schema stops': ['dangerous', 'Its tables stay as they are and age.'],
  'table appears': ['safe', 'Nothing reads a table that is not there yet.'],
  'table disappears': [
    'breaking',
    'The destination keeps a frozen copy: readers see old rows as if they were current.',
  ],
  'table starts': ['safe', 'Its rows begin to arrive; nobody relies on them yet.'],
  'table stops': ['dangerous', 'The table stays as it is and ages: readers see old rows as if they were current.'],
  'table moves': ['dangerous', 'Rows are kept by another rule: counts and deleted rows change for every reader.'],
  'key breaks': [
    'breaking',
    'Rows are matched by another key: duplicates are possible until the table is synced anew.',
  ],
  'column appears': ['safe', 'Nothing reads a column that is not there yet.'],
  'column disappears': ['breaking', 'The destination keeps the column, and new rows have no value in it.'],
  'column starts': ['safe', 'Its values begin to arrive; older rows have none until a re-sync.'],
  'column stops': ['dangerous', 'The column stays and stops updating; switching it on again goes on where it stopped.'],
  'values exposes': ['breaking', 'Plain values will land where hashed ones did.'],
  'values obscures': ['dangerous', 'Joins and filters on plain values find nothing any more.'],
  'values opens': ['dangerous', 'Readers that rely on a value being there may meet none.'],
  'values tightens': ['safe', 'Every reader that coped with missing values still does.'],
  'type widens': ['dangerous', 'Every old value still fits, but readers and models with a fixed type may refuse it.'],
  'type breaks': ['breaking', 'Old and new values do not share a type: casts and comparisons change their meaning.'],
  'name breaks': ['breaking', 'Readers that use the old name find nothing.'],
  'connection opens': ['dangerous', 'New things at the source will arrive without anybody being asked.'],
  'connection tightens': ['safe', 'New things at the source wait for a person; what flows today goes on.'],
  'connection moves': ['dangerous', 'Whether types may follow the source is decided differently from now on.'],
}

export interface SeverityContext {
  /** Whether the object reaches the destination: its own switch and those above it. */
  enabled: boolean
  /** Whether the object is (part of) a primary key. */
  key: boolean
}

export interface DerivedSeverity {
  severity: Severity
  reason: string
  element: ChangeElement
  effect: ChangeEffect
}

/** How much a change matters and why: the row of its (element, effect) pair, regraded by what is known of the object. */
export function deriveSeverity(change: Change, context: SeverityContext): DerivedSeverity {
  const [element, effect] = pairOf(change)
  const row = law[`${element} ${effect}`]
  if (row === undefined) throw new Error(`No severity is written for ${element} ${effect}`)
  const [severity, reason] = row
  return { ...(regrade(change, context) ?? { severity, reason }), element, effect }
}

/** Objects that reach nobody harm nobody, except where the change itself is what starts or stops them. */
function regrade(change: Change, { enabled, key }: SeverityContext): { severity: Severity; reason: string } | null {
  switch (change.kind) {
    case 'column-removed':
    case 'table-removed':
    case 'type-widened':
    case 'type-narrowed':
    case 'type-changed':
    case 'nullability-changed':
    case 'destination-name-changed':
    case 'sync-mode-changed':
    case 'key-changed':
      if (!enabled) return { severity: 'safe', reason: 'It is not synced, so nothing in the destination moves.' }
      break
    case 'column-hash-changed':
      if (!enabled)
        return { severity: 'dangerous', reason: 'It is not synced now, but once it is its values land the other way.' }
      break
    case 'column-added':
      if (key)
        return { severity: 'dangerous', reason: 'A new column takes part in the key: rows are matched differently.' }
      break
    default:
  }
  if (change.kind === 'type-widened' && key) {
    return { severity: 'breaking', reason: 'The type of a key widens: joins against the old type may find nothing.' }
  }
  if (change.kind === 'nullability-changed' && change.revision && key) {
    return { severity: 'breaking', reason: 'A key may now be missing: rows without one cannot be matched.' }
  }
  return null
}

const openness: Record<ChangeHandling, number> = { 'block-all': 0, 'allow-columns': 1, 'allow-all': 2 }

function pairOf(change: Change): readonly [ChangeElement, ChangeEffect] {
  switch (change.kind) {
    case 'schema-added':
      return ['schema', 'appears']
    case 'schema-removed':
      return ['schema', 'disappears']
    case 'schema-enablement-changed':
      return ['schema', change.revision ? 'starts' : 'stops']
    case 'table-added':
      return ['table', 'appears']
    case 'table-removed':
      return ['table', 'disappears']
    case 'table-enablement-changed':
      return ['table', change.revision ? 'starts' : 'stops']
    case 'sync-mode-changed':
      return ['table', 'moves']
    case 'key-changed':
      return ['key', 'breaks']
    case 'column-added':
      return ['column', 'appears']
    case 'column-removed':
      return ['column', 'disappears']
    case 'column-enablement-changed':
      return ['column', change.revision ? 'starts' : 'stops']
    case 'column-hash-changed':
      return ['values', change.revision ? 'obscures' : 'exposes']
    case 'nullability-changed':
      return ['values', change.revision ? 'opens' : 'tightens']
    case 'type-widened':
      return ['type', 'widens']
    case 'type-narrowed':
    case 'type-changed':
      return ['type', 'breaks']
    case 'destination-name-changed':
      return ['name', 'breaks']
    case 'change-handling-changed':
      return ['connection', openness[change.revision] > openness[change.base] ? 'opens' : 'tightens']
    case 'type-lock-changed':
      return ['connection', 'moves']
  }
}
