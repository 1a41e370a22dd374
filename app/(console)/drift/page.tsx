import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { DriftPage } from '@/components/drift/drift-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Drift' }
export const dynamic = 'force-dynamic'

/** Which rows moved away from what is normal. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('drift.read')
  if (denied) return <NoRight crumbs={[{ label: 'Drift' }]} permission="drift.read" what="how rows moved" />
  return <DriftPage role={actor.role} />
}
