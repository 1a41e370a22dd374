import { z } from 'zod'

/** REST shape of a job whose last try failed: what a person needs to decide whether to run it again. */
export const deadJobSchema = z.object({
  id: z.string(),
  /** The kind of job. */
  job: z.string(),
  payload: z.record(z.string(), z.unknown()),
  correlationId: z.string().nullable(),
  problem: z.string(),
  tries: z.number().int(),
  enqueuedAt: z.iso.datetime(),
  diedAt: z.iso.datetime(),
})
export type DeadJob = z.infer<typeof deadJobSchema>

export const deadJobListSchema = z.object({ items: z.array(deadJobSchema), total: z.number().int() })
export const replayDeadJobResponseSchema = z.object({ job: z.string() })
