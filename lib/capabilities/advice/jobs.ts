import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Ask a model what a person wants to know, and keep its answer. */
export const answerAdviceJob = defineJob({
  name: 'answer-advice',
  payload: z.object({ adviceId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 3, concurrency: 2, expireInSeconds: 300 },
})
