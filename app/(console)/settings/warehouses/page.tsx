import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { WarehousesPage } from '@/components/settings/warehouses/warehouses-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Warehouses' }
export const dynamic = 'force-dynamic'

/** Read-only access to the warehouses the connections write to. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Warehouses' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="the warehouses" />
  }
  return <WarehousesPage role={actor.role} />
}
