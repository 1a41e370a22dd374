import type { Metadata } from 'next'
import { CatalogPage } from '@/components/catalog/catalog-page'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Catalog' }
export const dynamic = 'force-dynamic'

/** What the columns of all tables hold. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('classes.read')
  if (denied) return <NoRight crumbs={[{ label: 'Catalog' }]} permission="classes.read" what="the catalog" />
  return <CatalogPage role={actor.role} />
}
