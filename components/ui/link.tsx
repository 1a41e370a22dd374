import { clsx } from 'clsx'
import NextLink from 'next/link'
import type { ReactNode } from 'react'

export type LinkProps = {
  href: string
  children: ReactNode
  /** `plain` has no underline: only for names in a row, where the place says that it opens. */
  look?: 'underlined' | 'plain'
  tone?: 'ink' | 'ink-2'
  /** Opens another site in another tab. */
  isExternal?: boolean
}

const underline = 'underline decoration-line-2 decoration-1 underline-offset-3 hover:decoration-current'

/** A link in text or in a row. */
export function Link({ href, children, look = 'underlined', tone = 'ink', isExternal = false }: LinkProps) {
  const classes = clsx(
    'motion-press rounded-1',
    tone === 'ink' ? 'text-ink' : 'text-ink-2 hover:text-ink',
    look === 'underlined' ? underline : 'hover:underline hover:decoration-line-2 hover:underline-offset-3',
  )
  if (isExternal) {
    return (
      <a href={href} target="_blank" rel="noreferrer" className={classes}>
        {children}
      </a>
    )
  }
  return (
    <NextLink href={href} className={classes}>
      {children}
    </NextLink>
  )
}
