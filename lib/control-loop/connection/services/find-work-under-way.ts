import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { db } from '@/lib/platform/db/client'
import type { JobDefinition } from '@/lib/platform/jobs/define-job'
import { ensureQueue, queue } from '@/lib/platform/jobs/queue'
import type { ConnectionDetail } from '../contract'
import { startSyncJob } from '../jobs'

/** What waits or runs for a connection: a refresh of ours, a sync in Fivetran or our request for one, an apply run. */
export async function findWorkUnderWay(connection: {
  id: string
  syncState: string
}): Promise<ConnectionDetail['underWay']> {
  const [isRefreshing, isStarting, runs] = await Promise.all([
    isUnderWay(refreshConnectionJob, connection.id),
    isUnderWay(startSyncJob, connection.id),
    db.applyRun.count({ where: { connectionId: connection.id, state: { in: ['waiting', 'applying'] } } }),
  ])
  const underWay: ConnectionDetail['underWay'] = []
  if (isRefreshing) underWay.push('refresh')
  if (isStarting || connection.syncState === 'syncing') underWay.push('sync')
  if (runs > 0) underWay.push('apply')
  return underWay
}

async function isUnderWay(job: JobDefinition, key: string): Promise<boolean> {
  const boss = await queue()
  await ensureQueue(boss, job)
  const jobs = await boss.findJobs(job.name, { key })
  return jobs.some(({ state }) => state === 'created' || state === 'retry' || state === 'active')
}
