import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { MapPage } from '@/components/mapping/map-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Map a source' }
export const dynamic = 'force-dynamic'

/** How a source should be synced, proposed from what it looks like. */
export default async function Page() {
  const { denied } = await requirePageActor('proposals.write')
  if (denied)
    return (
      <NoRight crumbs={[{ label: 'Map a source' }]} permission="proposals.write" what="what a source would become" />
    )
  return <MapPage />
}
