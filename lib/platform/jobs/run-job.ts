import type { JobResult, JobWithMetadata } from 'pg-boss'
import { z } from 'zod'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { log } from '../telemetry/log'
import type { BoundJob } from './bind-job'

const envelopeSchema = z.object({ correlationId: z.string().optional(), payload: z.record(z.string(), z.unknown()) })

/**
 * Runs one job and says how it ended. A payload its definition refuses goes to the dead letters at once, since trying
 * again cannot mend it; any other failure is tried again by the queue. The only place that logs a job's failure.
 */
export async function runJob(bound: BoundJob, job: JobWithMetadata<unknown>): Promise<JobResult> {
  const startedAt = performance.now()
  const envelope = envelopeSchema.safeParse(job.data)
  const payload = envelope.success ? bound.job.payload.safeParse(envelope.data.payload) : envelope
  const correlationId = (envelope.success && envelope.data.correlationId) || createCorrelationId()
  const about = { job: bound.job.name, jobId: job.id, retryCount: job.retryCount, correlationId }
  if (!envelope.success || !payload.success) {
    log.error({ event: 'job.payload-refused', ...about, err: payload.error })
    return { id: job.id, status: 'deadletter', output: { message: 'The payload is not of the shape this job takes.' } }
  }
  const isLastTry = job.retryCount >= job.retryLimit
  try {
    await bound.handle(envelope.data.payload, {
      ...systemContext('worker', correlationId),
      jobId: job.id,
      retryCount: job.retryCount,
      isLastTry,
      signal: job.signal,
    })
    log.info({ event: 'job.done', ...about, tookMs: Math.round(performance.now() - startedAt) })
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const event = isLastTry ? 'job.dead' : 'job.failed'
    log.error({ event, ...about, tookMs: Math.round(performance.now() - startedAt), err: error })
    return { id: job.id, status: 'failed', output: { message: describe(error) } }
  }
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
