import type { Metadata } from 'next'
import { ConnectionsPage } from '@/components/connections/list/connections-page'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Connections' }

/** Every watched connection, the troubled ones first. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) {
    return <NoRight crumbs={[{ label: 'Connections' }]} permission="connections.read" what="the connections" />
  }
  return <ConnectionsPage role={actor.role} meId={actor.userId} />
}
