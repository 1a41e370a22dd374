import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

const correlationId = z.string()

/** Lists a provider's models and asks one for a word. Not tried again: a person waits for what was wrong. */
export const testProviderJob = defineJob({
  name: 'test-model-provider',
  payload: z.object({ providerId: z.string(), correlationId }),
  options: { retryLimit: 0 },
})

/** Asks a stored question again, of another model or with the prompt as it is now. */
export const replayCallJob = defineJob({
  name: 'replay-model-call',
  payload: z.object({
    callId: z.string(),
    providerId: z.string(),
    model: z.string(),
    prompt: z.enum(['same', 'current']),
    requestedById: z.string(),
    requestedBy: z.string(),
    correlationId,
  }),
  options: { retryLimit: 2, retryDelaySeconds: 5, expireInSeconds: 600 },
})

/** Makes the exact bytes a task would send. */
export const makePreviewJob = defineJob({
  name: 'make-model-preview',
  payload: z.object({ previewId: z.string(), correlationId }),
  options: { retryLimit: 1, retryDelaySeconds: 1 },
})

/** Every minute: charges calls whose worker is gone, and forgets what need not be kept any longer. */
export const sweepModelCallsJob = defineJob({
  name: 'sweep-model-calls',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})

/** Every minute: sends spans of ended calls to the receiver. What cannot be delivered lands among the dead jobs. */
export const exportModelCallsJob = defineJob({
  name: 'export-model-calls',
  payload: z.object({}),
  options: { retryLimit: 6, retryDelaySeconds: 5, concurrency: 1 },
})

/** Sends an empty batch to the receiver. */
export const testExportJob = defineJob({
  name: 'test-model-export',
  payload: z.object({ correlationId }),
  options: { retryLimit: 0 },
})
