import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Measure the planned tables of a connection, the most wanted first; what is left when the time is over goes on in a job of its own. */
export const profileConnectionJob = defineJob({
  name: 'profile-connection',
  payload: z.object({ connectionId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 5, retryDelaySeconds: 10, expireInSeconds: 1_800, concurrency: 2 },
})

/** Look at the rows for the checks of a connection that are due, or for all of them where a person asked. */
export const runChecksJob = defineJob({
  name: 'run-checks',
  payload: z.object({ connectionId: z.string(), isAsked: z.boolean(), correlationId: z.string() }),
  options: { retryLimit: 3, retryDelaySeconds: 30, expireInSeconds: 1_800, concurrency: 2 },
})

/** Find checks that are due by the clock. */
export const sweepChecksJob = defineJob({
  name: 'sweep-checks',
  payload: z.object({}),
  options: { retryLimit: 0, retryDelaySeconds: 10, expireInSeconds: 60, concurrency: 1 },
})
