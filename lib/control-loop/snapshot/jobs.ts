import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'
import { snapshotTriggerSchema } from './contract'

/** Read one connection again and keep what it looks like. Waiting doubles are dropped: the waiting one will see the same. */
export const refreshConnectionJob = defineJob({
  name: 'refresh-connection',
  payload: z.object({ connectionId: z.string(), trigger: snapshotTriggerSchema, correlationId: z.string() }),
  options: { retryLimit: 4, retryDelaySeconds: 3, expireInSeconds: 600, concurrency: 3 },
})
