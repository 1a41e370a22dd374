import { clsx } from 'clsx'
import NextLink from 'next/link'
import type { ReactNode } from 'react'

export type FilterChipProps = {
  /** The list with this filter switched: filters live in the URL. */
  href: string
  children: ReactNode
  isOn?: boolean
  count?: number | null
}

/** A filter as a link: dashed while off, solid while on. Its words say what it lets through. */
export function FilterChip({ href, children, isOn = false, count }: FilterChipProps) {
  return (
    <NextLink
      href={href}
      scroll={false}
      aria-current={isOn ? 'true' : undefined}
      className={clsx(
        'motion-press inline-flex h-6 shrink-0 items-center gap-[5px] rounded-2 border border-line-2 px-2 text-xs whitespace-nowrap',
        isOn ? 'border-solid bg-surface-2 text-ink' : 'border-dashed text-ink-2 hover:text-ink',
      )}
    >
      {children}
      {count != null && <span className={isOn ? 'font-medium' : undefined}>{count}</span>}
    </NextLink>
  )
}
