import { clsx } from 'clsx'

export type StatusSize = 'row' | 'header'

/** The classes every glyph-and-word pair shares: 12 px in rows, 13 px in headers. */
export function statusClass(colour: string, size: StatusSize = 'row'): string {
  return clsx(
    'inline-flex items-center gap-1.5 align-middle leading-4 font-medium whitespace-nowrap',
    size === 'row' ? 'text-xs' : 'text-sm',
    colour,
  )
}
