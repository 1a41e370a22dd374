import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Bring back what was set aside for long enough, and ask admins about what is overdue. It approves nothing. */
export const tendReviewsJob = defineJob({
  name: 'tend-reviews',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})
