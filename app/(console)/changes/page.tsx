import type { Metadata } from 'next'
import { ChangesPage } from '@/components/changes/changes-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Changes' }
export const dynamic = 'force-dynamic'

/** What changed anywhere. */
export default async function Page() {
  await requirePageActor('changes.read')
  return <ChangesPage />
}
