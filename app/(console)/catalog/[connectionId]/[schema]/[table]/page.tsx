import type { Metadata } from 'next'
import { CatalogTablePage } from '@/components/catalog/catalog-table-page'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Catalog' }
export const dynamic = 'force-dynamic'

const crumbs = [{ label: 'Catalog', href: '/catalog' }]

/** One table: what each column holds, who says so, and a person's word on it. */
export default async function Page({
  params,
}: {
  params: Promise<{ connectionId: string; schema: string; table: string }>
}) {
  const { actor, denied } = await requirePageActor('classes.read')
  if (denied) return <NoRight crumbs={crumbs} permission="classes.read" what="the catalog" />
  const { connectionId, schema, table } = await params
  return (
    <CatalogTablePage
      connectionId={connectionId}
      schema={decodeURIComponent(schema)}
      table={decodeURIComponent(table)}
      role={actor.role}
    />
  )
}
