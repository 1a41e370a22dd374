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
export const startSyncJob = defineJob({
  name: 'start-sync',
  payload: z.object({ connectionId: z.string(), requestedBy: z.string(), correlationId }),
  options: { retryLimit: 0 },
})
export const testWarehouseJob = defineJob({
  name: 'test-warehouse',
  payload: z.object({ destinationId: z.string(), correlationId }),
  options: { retryLimit: 0 },
})
