import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { FivetranSettingsPage } from '@/components/settings/fivetran/fivetran-settings-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Fivetran' }
export const dynamic = 'force-dynamic'

/** The account Headgate watches. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Fivetran' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="the Fivetran account" />
  }
  return <FivetranSettingsPage role={actor.role} />
}
