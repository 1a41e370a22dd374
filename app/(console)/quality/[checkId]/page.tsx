import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { CheckPage } from '@/components/quality/check-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Check' }
export const dynamic = 'force-dynamic'

/** One check with its runs. */
export default async function Page({ params }: { params: Promise<{ checkId: string }> }) {
  const { actor, denied } = await requirePageActor('quality.read')
  if (denied) return <NoRight crumbs={[{ label: 'Quality' }]} permission="quality.read" what="checks" />
  return <CheckPage checkId={(await params).checkId} role={actor.role} />
}
