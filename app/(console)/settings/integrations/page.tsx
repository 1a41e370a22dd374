import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { IntegrationsPage } from '@/components/settings/integrations/integrations-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Integrations' }
export const dynamic = 'force-dynamic'

/** Who outside is told, and what is on its way to them. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Integrations' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="the integrations" />
  }
  return <IntegrationsPage role={actor.role} />
}
