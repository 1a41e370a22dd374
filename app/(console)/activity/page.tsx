import type { Metadata } from 'next'
import { AuditPage } from '@/components/audit/audit-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Audit' }
export const dynamic = 'force-dynamic'

/** Who did what, when, through which door. */
export default async function Page() {
  const { actor } = await requirePageActor('audit.read')
  return <AuditPage role={actor.role} meId={actor.userId} />
}
