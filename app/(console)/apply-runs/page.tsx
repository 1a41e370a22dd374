import type { Metadata } from 'next'
import { ApplyRunsPage } from '@/components/apply-runs/apply-runs-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Apply runs' }

/** Every apply run. */
export default async function Page() {
  await requirePageActor('applies.read')
  return <ApplyRunsPage />
}
