import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Judge what waits by a new version of the policy. */
export const reevaluateProposalsJob = defineJob({
  name: 'reevaluate-proposals',
  payload: z.object({ version: z.number().int(), correlationId: z.string() }),
  options: { retryLimit: 5, retryDelaySeconds: 2, expireInSeconds: 600, concurrency: 1 },
})
