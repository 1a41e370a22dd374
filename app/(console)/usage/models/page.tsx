import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { UsageModelsPage } from '@/components/usage/usage-models-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Usage of models' }
export const dynamic = 'force-dynamic'

/** What language models cost and whether they were right. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('model-usage.read')
  if (denied) {
    const crumbs = [{ label: 'Usage & cost' }, { label: 'Models' }]
    return <NoRight crumbs={crumbs} permission="model-usage.read" what="what models cost" />
  }
  return <UsageModelsPage role={actor.role} />
}
