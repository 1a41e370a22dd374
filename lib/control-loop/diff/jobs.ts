import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Compare a fresh snapshot with the approved baseline and keep what differs. */
export const recordChangesJob = defineJob({
  name: 'record-changes',
  payload: z.object({ connectionId: z.string(), snapshotId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 4, concurrency: 2 },
})
