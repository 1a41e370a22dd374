import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Every minute, and at once when something is to be told. What fails is tried again by the outbox itself, at its own pace. */
export const sendNoticesJob = defineJob({
  name: 'send-notices',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})

/** Tries a receiver. Not tried again: a person waits for what was wrong. */
export const testChannelJob = defineJob({
  name: 'test-notice-channel',
  payload: z.object({ channelId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 0 },
})
