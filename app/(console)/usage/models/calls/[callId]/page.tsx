import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { CallPage } from '@/components/usage/call-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Call of a model' }
export const dynamic = 'force-dynamic'

/** One call in full. */
export default async function Page({ params }: { params: Promise<{ callId: string }> }) {
  const { actor, denied } = await requirePageActor('model-usage.read')
  if (denied) {
    const crumbs = [{ label: 'Models', href: '/usage/models' }, { label: 'Call' }]
    return <NoRight crumbs={crumbs} permission="model-usage.read" what="calls of models" />
  }
  const { callId } = await params
  return <CallPage callId={callId} role={actor.role} />
}
