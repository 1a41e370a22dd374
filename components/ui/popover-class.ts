/** What floats: raised ground, 8 px corners, the pop shadow. */
export const popoverClass = 'motion-pop rounded-3 bg-raised shadow-pop'

/** A row of a menu or list that floats: 28 px, marked by ground when focused. */
export const menuItemClass =
  'flex min-h-7 cursor-default items-center gap-2 rounded-2 px-2 py-1 text-sm outline-none data-focused:bg-surface-3 data-disabled:text-ink-off data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus'
