import type { Metadata } from 'next'
import { ChangePage } from '@/components/changes/change-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Change' }
export const dynamic = 'force-dynamic'

/** One change: what moved, when, how much it hurts, what answers it. */
export default async function Page({ params }: { params: Promise<{ changeId: string }> }) {
  const { actor } = await requirePageActor('changes.read')
  const { changeId } = await params
  return <ChangePage changeId={changeId} role={actor.role} />
}
