import type { Metadata } from 'next'
import { ApprovalsWorkspace } from '@/components/approvals/approvals-workspace'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Approvals' }

/** One proposal beside its queue. Which one is in the address, which the workspace reads itself. */
export default async function ApprovalPage() {
  const { actor } = await requirePageActor('proposals.read')
  return <ApprovalsWorkspace viewer={{ name: actor.name, role: actor.role }} />
}
