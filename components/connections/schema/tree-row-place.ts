import type { KeyboardEvent } from 'react'

/** Where a row stands in the grid, and how it answers: the same for objects and proposals. */
export interface TreeRowPlace {
  /** 1-based in the whole grid; the head is the first. */
  rowIndex: number
  isSelected: boolean
  isTabStop: boolean
  onSelect: () => void
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void
}
