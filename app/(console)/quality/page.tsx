import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { QualityPage } from '@/components/quality/quality-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Quality' }
export const dynamic = 'force-dynamic'

/** What rows are held to, and whether they hold. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('quality.read')
  if (denied) return <NoRight crumbs={[{ label: 'Quality' }]} permission="quality.read" what="checks" />
  return <QualityPage role={actor.role} />
}
