'use client'

import { usePathname } from 'next/navigation'
import { type CatalogTablePath, catalogTableHref } from '@/components/catalog/catalog-table-href'
import { Tabs } from '@/components/ui/tabs'

export type TableTabsProps = { path: CatalogTablePath }

/** The pages of a table: its columns, its rows as measured, and what they are held to. */
export function TableTabs({ path }: TableTabsProps) {
  const pathname = usePathname()
  const base = catalogTableHref(path)
  const items = [
    { href: base, label: 'Columns' },
    { href: `${base}/profile`, label: 'Profile' },
    { href: `${base}/checks`, label: 'Checks' },
  ]
  const part = ['profile', 'checks'].find((end) => pathname.endsWith(`/${end}`) && pathname.split('/').length === 6)
  return <Tabs label="Parts of the table" items={items} currentHref={part ? `${base}/${part}` : base} />
}
