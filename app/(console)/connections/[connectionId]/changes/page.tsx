import type { Metadata } from 'next'
import { ConnectionChanges } from '@/components/connections/changes/connection-changes'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Changes' }

const crumbs = [{ label: 'Connections', href: '/connections' }, { label: 'Changes' }]

/** What differs from the approved baseline of one connection. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) return <NoRight crumbs={crumbs} permission="connections.read" what="the connections" />
  const { connectionId } = await params
  return <ConnectionChanges connectionId={connectionId} role={actor.role} />
}
