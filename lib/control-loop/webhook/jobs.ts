import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Look where a delivery pointed. */
export const processDeliveryJob = defineJob({
  name: 'process-delivery',
  payload: z.object({ deliveryId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 5, retryDelaySeconds: 1, concurrency: 4 },
})
