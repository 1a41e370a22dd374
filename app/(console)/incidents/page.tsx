import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { IncidentsPage } from '@/components/incidents/incidents-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Incidents' }
export const dynamic = 'force-dynamic'

/** What moved without anybody having decided it. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('drift.read')
  if (denied) return <NoRight crumbs={[{ label: 'Incidents' }]} permission="drift.read" what="incidents" />
  return <IncidentsPage role={actor.role} />
}
