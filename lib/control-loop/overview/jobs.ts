import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** In the demo only: let the sandbox play the next step of its scenario. Not tried again: a step is played once for each asking. */
export const playScenarioStepJob = defineJob({
  name: 'play-scenario-step',
  payload: z.object({ correlationId: z.string() }),
  options: { retryLimit: 0, expireInSeconds: 60, concurrency: 1 },
})
