import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { CallsPage } from '@/components/usage/calls-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Calls of models' }
export const dynamic = 'force-dynamic'

/** Every call a language model was asked. */
export default async function Page() {
  const { denied } = await requirePageActor('model-usage.read')
  if (denied) {
    const crumbs = [{ label: 'Models', href: '/usage/models' }, { label: 'Calls' }]
    return <NoRight crumbs={crumbs} permission="model-usage.read" what="calls of models" />
  }
  return <CallsPage />
}
