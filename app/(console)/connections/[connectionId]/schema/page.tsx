import type { Metadata } from 'next'
import { SchemaPage } from '@/components/connections/schema/schema-page'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Schema' }

const crumbs = [{ label: 'Connections', href: '/connections' }, { label: 'Schema' }]

/** What of one connection is synced, hashed and keyed, and what is proposed about it. */
export default async function Page({ params }: { params: Promise<{ connectionId: string }> }) {
  const { actor, denied } = await requirePageActor('connections.read')
  if (denied) return <NoRight crumbs={crumbs} permission="connections.read" what="the connections" />
  const { connectionId } = await params
  return <SchemaPage connectionId={connectionId} role={actor.role} />
}
