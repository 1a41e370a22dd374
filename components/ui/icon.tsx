import type { LucideIcon } from 'lucide-react'

export type IconProps = { of: LucideIcon; size?: 12 | 14 | 16 }

/** A lucide icon at one of the three sizes and the house stroke. Decorative: the word beside it, or the button's label, says the meaning. */
export function Icon({ of: Drawing, size = 14 }: IconProps) {
  return <Drawing size={size} strokeWidth={size === 12 ? 1.75 : 1.5} aria-hidden="true" className="shrink-0" />
}
