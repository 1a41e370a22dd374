import type { Metadata } from 'next'
import { PeoplePage } from '@/components/settings/people/people-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'People' }
export const dynamic = 'force-dynamic'

/** Who may do what. */
export default async function Page() {
  const { actor } = await requirePageActor('people.read')
  return <PeoplePage role={actor.role} meId={actor.userId} />
}
