import { clsx } from 'clsx'

export type ButtonKind = 'decide' | 'effect' | 'outline' | 'quiet' | 'danger-outline'
export type ButtonSize = 'sm' | 'md' | 'lg'

const kinds: Record<ButtonKind, string> = {
  decide: 'border-transparent bg-ink-fill text-on-ink hover:bg-ink-fill-2',
  effect: 'border-transparent bg-water text-on-water hover:bg-water-2',
  outline: 'border-line-2 bg-surface text-ink hover:bg-surface-2 [&>svg]:text-ink-2',
  quiet: 'border-transparent text-ink-2 hover:bg-surface-2',
  'danger-outline': 'border-line-2 bg-surface text-bad-ink hover:bg-bad-bg',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-6 px-2 text-xs',
  md: 'h-7 px-2.5 text-sm',
  lg: 'h-9 px-3.5 text-md',
}

const off = 'disabled:border-line disabled:bg-surface-2 disabled:text-ink-off disabled:[&>svg]:text-inherit'

/** The classes of a button or of a link that looks like one. */
export function buttonClass(kind: ButtonKind, size: ButtonSize): string {
  return clsx(
    'motion-press inline-flex shrink-0 cursor-default items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap',
    kinds[kind],
    sizes[size],
    off,
  )
}

/** The ground a key cap stands on inside a button of this kind. */
export function kbdGround(kind: ButtonKind): 'surface' | 'ink' | 'water' {
  if (kind === 'decide') return 'ink'
  return kind === 'effect' ? 'water' : 'surface'
}
