import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Prove an applied run by a fresh snapshot. */
export const verifyRunJob = defineJob({
  name: 'verify-run',
  payload: z.object({ runId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 6, retryDelaySeconds: 3, expireInSeconds: 600, concurrency: 2 },
})
