import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { SnapshotsPage } from '@/components/snapshots/snapshots-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Snapshots' }

const crumbs = [{ label: 'Connections', href: '/connections' }, { label: 'Snapshots' }]

/** How one connection looked, snapshot after snapshot. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) return <NoRight crumbs={crumbs} permission="connections.read" what="the connections" />
  const { connectionId } = await params
  return <SnapshotsPage connectionId={connectionId} role={actor.role} />
}
