import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Lay what was measured of a connection beside its baselines. */
export const judgeDriftJob = defineJob({
  name: 'judge-drift',
  payload: z.object({ connectionId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 5, retryDelaySeconds: 5, concurrency: 2 },
})

/** Look whether tables are later than they usually are, and judge what a moved baseline left unjudged. */
export const watchDriftJob = defineJob({
  name: 'watch-drift',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})

/** Call for retraining because of an incident; the receiver drops a second call by its id. */
export const callRetrainingJob = defineJob({
  name: 'call-retraining',
  payload: z.object({ callId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 8, retryDelaySeconds: 5, retryDelayMaxSeconds: 7_200, concurrency: 1 },
})

/** Send a test to whoever is called for retraining. */
export const testRetrainingJob = defineJob({
  name: 'test-retraining',
  payload: z.object({ correlationId: z.string() }),
  options: { retryLimit: 0, concurrency: 1 },
})
