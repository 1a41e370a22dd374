import type { Metadata } from 'next'
import { DeadJobsPage } from '@/components/audit/dead-jobs-page'
import { NoRight } from '@/components/console/no-right'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Dead jobs' }
export const dynamic = 'force-dynamic'

/** Work whose last try failed, to be run again by a person. */
export default async function Page() {
  const { actor, denied } = await requirePageActor('jobs.read')
  if (denied) {
    const crumbs = [{ label: 'Activity', href: '/activity' }, { label: 'Dead jobs' }]
    return <NoRight crumbs={crumbs} permission="jobs.read" what="jobs that failed" />
  }
  return <DeadJobsPage role={actor.role} />
}
