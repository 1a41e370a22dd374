import type { MouseEvent } from 'react'

/**
 * True for a click on a row itself. One on a link, button or box inside it is theirs alone: a row that also changed the address would cancel
 * the page a link is about to open.
 */
export function isRowClick({ target, currentTarget }: MouseEvent<HTMLElement>): boolean {
  const control = target instanceof Element ? target.closest('a, button, input, label') : null
  return control === null || !currentTarget.contains(control)
}
