import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Jobs about the account and its connections. Handlers are bound in the worker's main file. */
const correlationId = z.string()

export const testAccountJob = defineJob({
  name: 'test-account',
  payload: z.object({ accountId: z.string(), correlationId }),
  options: { retryLimit: 0 },
})
export const refreshAccountJob = defineJob({
  name: 'refresh-account',
  payload: z.object({ accountId: z.string(), correlationId }),
  options: { retryLimit: 2, retryDelaySeconds: 5, concurrency: 1 },
})
export const registerWebhookJob = defineJob({
  name: 'register-webhook',
  payload: z.object({ accountId: z.string(), correlationId }),
  options: { retryLimit: 5, retryDelaySeconds: 5, concurrency: 1 },
})
/** Whether our registration still stands: the service switches off what failed for days. */
export const watchWebhookJob = defineJob({
  name: 'watch-webhook',
  payload: z.object({ accountId: z.string(), correlationId }),
  options: { retryLimit: 1, retryDelaySeconds: 30, concurrency: 1 },
})
export const startSyncJob = defineJob({
  name: 'start-sync',
  payload: z.object({ connectionId: z.string(), requestedBy: z.string(), correlationId }),
  options: { retryLimit: 0 },
})
/** A sync that the service put off and will not start by itself. */
export const resumeSyncJob = defineJob({
  name: 'resume-sync',
  payload: z.object({ connectionId: z.string(), correlationId }),
  options: { retryLimit: 3, retryDelaySeconds: 10 },
})
export const testWarehouseJob = defineJob({
  name: 'test-warehouse',
  payload: z.object({ destinationId: z.string(), correlationId }),
  options: { retryLimit: 0 },
})
