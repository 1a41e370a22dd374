import type { Metadata } from 'next'
import { ApplyRunPage } from '@/components/apply-runs/apply-run-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Apply run' }

/** One apply run. */
export default async function Page({ params }: { params: Promise<{ runId: string }> }) {
  await requirePageActor('applies.read')
  const { runId } = await params
  return <ApplyRunPage runId={runId} />
}
