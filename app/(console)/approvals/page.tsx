import type { Metadata } from 'next'
import { ApprovalsWorkspace } from '@/components/approvals/approvals-workspace'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Approvals' }

/** The queue; on a wide screen with its first item. */
export default async function ApprovalsPage() {
  const { actor } = await requirePageActor('proposals.read')
  return <ApprovalsWorkspace viewer={{ name: actor.name, role: actor.role }} />
}
