import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

const payload = z.object({ runId: z.string(), correlationId: z.string() })

/** Execute an approved plan. A run whose worker died is claimed again by the sweep, so a lost job loses no run. */
export const executeApplyRunJob = defineJob({
  name: 'execute-apply-run',
  payload,
  options: { retryLimit: 5, retryDelaySeconds: 2, expireInSeconds: 900, concurrency: 4 },
})

/** Find runs whose worker stopped writing, and approvals that ran out. */
export const sweepApplyRunsJob = defineJob({
  name: 'sweep-apply-runs',
  payload: z.object({}),
  options: { retryLimit: 0, concurrency: 1 },
})
