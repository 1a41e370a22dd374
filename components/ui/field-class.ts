import { clsx } from 'clsx'

export type FieldSize = 'sm' | 'md' | 'lg'

const sizes: Record<FieldSize, string> = {
  sm: 'h-7 px-2 text-xs',
  md: 'h-8 px-2.5 text-sm',
  lg: 'h-9 px-2.5 text-sm',
}

export const labelClass = 'text-xs font-medium'
export const hintClass = 'text-xs text-ink-3'
export const errorClass = 'text-xs text-bad-ink'

/** The box of a field: 3:1 edge, and the focus ring on the whole box when the input in it has focus. */
export function fieldBoxClass(size: FieldSize): string {
  return clsx(
    'flex items-center gap-2 rounded-2 border border-line-control bg-surface outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus',
    'has-[input[aria-invalid=true]]:border-bad-ink has-[input:disabled]:border-line has-[input:disabled]:bg-surface-2',
    sizes[size],
  )
}

/** The input inside such a box: it draws nothing itself. */
export const fieldInputClass = 'h-full w-full min-w-0 bg-transparent outline-none disabled:text-ink-off'
