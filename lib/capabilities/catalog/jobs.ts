import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/**
 * Judge the columns of a connection that nobody judged yet, so that the schema page shows classes before anything changes, and judge again what older
 * rules judged, so that what changed rules would flip is listed.
 */
export const classifyConnectionJob = defineJob({
  name: 'classify-connection',
  payload: z.object({ connectionId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 2, concurrency: 1, expireInSeconds: 600 },
})
