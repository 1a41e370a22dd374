import type { Metadata } from 'next'
import { HomePage } from '@/components/home/home-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Home' }
export const dynamic = 'force-dynamic'

/** What needs me now. */
export default async function Page() {
  const { actor } = await requirePageActor('connections.read')
  return <HomePage role={actor.role} />
}
