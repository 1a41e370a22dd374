import type { Metadata } from 'next'
import { ConnectionOverview } from '@/components/connections/overview/connection-overview'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Overview' }

const crumbs = [{ label: 'Connections', href: '/connections' }, { label: 'Overview' }]

/** How one connection is, and why. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) return <NoRight crumbs={crumbs} permission="connections.read" what="the connections" />
  const { connectionId } = await params
  return <ConnectionOverview connectionId={connectionId} role={actor.role} />
}
