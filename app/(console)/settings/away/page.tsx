import type { Metadata } from 'next'
import { AwayPage } from '@/components/settings/yours/away-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Away' }
export const dynamic = 'force-dynamic'

/** When this person is away, and who stands in. */
export default async function Page() {
  const { actor } = await requirePageActor()
  return <AwayPage role={actor.role} />
}
