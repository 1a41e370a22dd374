import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs/define-job'

/** Draft responses to the open changes of a connection that nothing answers yet, and look again at the proposals that are open. */
export const draftProposalsJob = defineJob({
  name: 'draft-proposals',
  payload: z.object({ connectionId: z.string(), correlationId: z.string() }),
  options: { retryLimit: 4, concurrency: 2 },
})

/** Propose to hash a column that a person decided is sensitive, where it lands in plain text and nothing open is about it. */
export const draftHashingJob = defineJob({
  name: 'draft-hashing',
  payload: z.object({
    connectionId: z.string(),
    schema: z.string(),
    table: z.string(),
    column: z.string(),
    correlationId: z.string(),
  }),
  options: { retryLimit: 4, concurrency: 1 },
})
