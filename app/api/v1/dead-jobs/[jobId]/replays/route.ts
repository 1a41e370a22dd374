import { z } from 'zod'
import { withRoute } from '@/lib/platform/http/with-route'
import { replayDeadJobResponseSchema } from '@/lib/platform/jobs/contract'
import { replayDeadJob } from '@/lib/platform/jobs/services/replay-dead-job'

/** Runs a dead job again, as it was. */
export const POST = withRoute(
  {
    permission: 'jobs.replay',
    params: z.object({ jobId: z.uuid() }),
    response: replayDeadJobResponseSchema,
    status: 202,
  },
  ({ ctx, params }) => replayDeadJob(ctx, params.jobId),
)
