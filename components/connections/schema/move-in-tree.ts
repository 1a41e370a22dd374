import type { SchemaRow } from './flatten-schema-forest'

export interface TreeMove {
  /** The row to go to. */
  to?: string
  /** Or the row to fold or unfold. */
  toggle?: { key: string; isOpen: boolean }
}

/** What an arrow, Home or End does from a row of the tree; an empty move at an edge, null for any other key. */
export function moveInTree(rows: readonly SchemaRow[], index: number, key: string): TreeMove | null {
  const row = rows[index]
  const goTo = (target: SchemaRow | undefined): TreeMove => (target && target !== row ? { to: target.key } : {})
  switch (key) {
    case 'ArrowDown':
      return goTo(rows[index + 1])
    case 'ArrowUp':
      return goTo(rows[index - 1])
    case 'Home':
      return goTo(rows[0])
    case 'End':
      return goTo(rows.at(-1))
    case 'ArrowRight':
      if (row?.kind !== 'object' || row.isExpanded === null) return {}
      return row.isExpanded
        ? goTo(rows.slice(index + 1).find(({ level }) => level !== row.level))
        : { toggle: { key: row.key, isOpen: true } }
    case 'ArrowLeft':
      if (row?.kind === 'object' && row.isExpanded) return { toggle: { key: row.key, isOpen: false } }
      return goTo(row && parentOf(rows, index, row.level))
    default:
      return null
  }
}

function parentOf(rows: readonly SchemaRow[], index: number, level: number): SchemaRow | undefined {
  return rows.slice(0, index).findLast((above) => above.kind === 'object' && above.level < level)
}
