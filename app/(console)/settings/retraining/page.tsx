import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { RetrainingPage } from '@/components/settings/retraining/retraining-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Retraining' }
export const dynamic = 'force-dynamic'

/** Who is called when rows moved so far that a model should be trained again. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('settings.read')
  if (denied) {
    const crumbs = [{ label: 'Settings', href: '/settings' }, { label: 'Retraining' }]
    return <NoRight crumbs={crumbs} permission="settings.read" what="who is called for retraining" />
  }
  return <RetrainingPage role={actor.role} />
}
