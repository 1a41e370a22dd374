import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { ModelsSettingsPage } from '@/components/settings/models/models-settings-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Models' }
export const dynamic = 'force-dynamic'

/** Which language models may be asked, for what, and at what cost. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Models' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="the models" />
  }
  return <ModelsSettingsPage role={actor.role} />
}
