import type { Metadata } from 'next'
import { AppearancePage } from '@/components/settings/yours/appearance-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Appearance' }
export const dynamic = 'force-dynamic'

/** How the console looks for this person. */
export default async function Page() {
  await requirePageActor()
  return <AppearancePage />
}
