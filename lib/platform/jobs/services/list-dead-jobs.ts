import type { JobWithMetadata } from 'pg-boss'
import { z } from 'zod'
import type { DeadJob } from '../contract'
import { DEAD_LETTER_QUEUE, queue } from '../queue'

/** More than this many dead jobs is one cause, not many stories: the count says so. */
const LISTED_MAX = 200

const envelopeSchema = z.object({ correlationId: z.string().optional(), payload: z.record(z.string(), z.unknown()) })
const outputSchema = z.object({ message: z.string() })

/** The jobs that failed their last try and wait for a person, latest first, and how many there are in all. */
export async function listDeadJobs(): Promise<{ items: DeadJob[]; total: number }> {
  const boss = await queue()
  const jobs = await boss.findJobs<object>(DEAD_LETTER_QUEUE, { queued: true })
  const latestFirst = jobs.sort((a, b) => b.createdOn.getTime() - a.createdOn.getTime())
  return { items: latestFirst.slice(0, LISTED_MAX).map(toDeadJob), total: jobs.length }
}

/** A dead-lettered row as people see it. */
export function toDeadJob(job: JobWithMetadata<object>): DeadJob {
  const envelope = envelopeSchema.safeParse(job.data).data
  return {
    id: job.id,
    job: job.sourceName ?? job.name,
    payload: envelope?.payload ?? {},
    correlationId: envelope?.correlationId ?? null,
    problem: outputSchema.safeParse(job.sourceOutput).data?.message ?? 'It did not say why.',
    tries: (job.sourceRetryCount ?? 0) + 1,
    enqueuedAt: (job.sourceCreatedOn ?? job.createdOn).toISOString(),
    diedAt: job.createdOn.toISOString(),
  }
}
