'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { catalogTableQuery } from '@/lib/capabilities/catalog/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CatalogTableView } from './catalog-table-view'

export type CatalogTablePageProps = { connectionId: string; schema: string; table: string; role: Role | null }

/** One table: what each column holds, on what ground, and who says so. */
export function CatalogTablePage({ connectionId, schema, table, role }: CatalogTablePageProps) {
  const query = useQuery(catalogTableQuery(connectionId, schema, table))
  const crumbs = [
    { label: 'Catalog', href: '/catalog' },
    ...(query.data
      ? [
          {
            label: revealInvisible(query.data.connection.name),
            href: `/catalog?connection=${encodeURIComponent(connectionId)}`,
          },
        ]
      : []),
    { label: revealInvisible(table) },
  ]
  return (
    <PageFrame crumbs={crumbs} scroll="panes">
      <QueryView query={query} what="The table was not read" reading="Reading the table">
        {(found) => <CatalogTableView table={found} role={role} />}
      </QueryView>
    </PageFrame>
  )
}
