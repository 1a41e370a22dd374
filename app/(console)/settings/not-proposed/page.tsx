import type { Metadata } from 'next'
import { ExclusionsPage } from '@/components/settings/exclusions/exclusions-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Not proposed again' }
export const dynamic = 'force-dynamic'

/** What drafting passes over, since a person said not again. */
export default async function Page() {
  const { actor } = await requirePageActor('proposals.read')
  return <ExclusionsPage role={actor.role} />
}
