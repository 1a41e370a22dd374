import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { ComparePage } from '@/components/snapshots/compare/compare-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Compare' }

const crumbs = [{ label: 'Connections', href: '/connections' }, { label: 'Compare' }]

/** What differs between two snapshots of one connection. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) return <NoRight crumbs={crumbs} permission="connections.read" what="the connections" />
  const { connectionId } = await params
  return <ComparePage connectionId={connectionId} role={actor.role} />
}
