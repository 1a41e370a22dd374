import { countOf } from '@/components/connections/count-of'
import type { Collision, Mapping, TableNote } from '@/lib/capabilities/mapping/contract'
import { isUnsureName } from './is-unsure-name'

/** The head's line: what is mapped, and what needs someone. Parts that are nothing are left out, except the columns. */
export function countMapping(mapping: Mapping, notes: readonly TableNote[], collisions: readonly Collision[]): string {
  const columns = mapping.tables.flatMap((table) => table.columns)
  const off = columns.filter(({ enabled }) => !enabled).length
  const hashed = columns.filter(({ enabled, hashed: isHashed }) => enabled && isHashed).length
  const unsure = mapping.tables.reduce((sum, table, at) => {
    const note = notes[at]
    return sum + table.columns.filter((column, index) => isUnsureName(column, note?.columns[index])).length
  }, 0)
  return [
    countOf(mapping.tables.length, 'table'),
    countOf(columns.length, 'column'),
    off > 0 ? `${off} left out` : null,
    hashed > 0 ? `${hashed} hashed` : null,
    collisions.length > 0 ? countOf(collisions.length, 'collision') : null,
    unsure > 0 ? `${countOf(unsure, 'name')} to check` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
