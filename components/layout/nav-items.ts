import type { ReactNode } from 'react'

export type NavItem = {
  href: string
  label: string
  icon: ReactNode
  count?: number | null
  /** The count waits for this person: drawn in ink, and as a pip on the narrow nav. */
  isDue?: boolean
  /** The letter after G that goes here. */
  goKey?: string
}

export type NavGroup = { label?: string; items: NavItem[] }

/** True for the item whose page, or a page under it, is shown. Home matches only itself. */
export function isCurrentItem(href: string, pathname: string): boolean {
  if (href === '/') return pathname === '/'
  return pathname === href || pathname.startsWith(`${href}/`)
}
