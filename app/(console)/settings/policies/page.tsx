import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { PoliciesPage } from '@/components/policies/policies-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Policies' }
export const dynamic = 'force-dynamic'

/** Who decides what, and what may go by itself. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Policies' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="the policies" />
  }
  return <PoliciesPage role={actor.role} />
}
