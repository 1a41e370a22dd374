import type { z } from 'zod'
import type { ServiceContext } from '../context'
import type { JobDefinition } from './define-job'

/** What a handler gets beside its payload: a system context on the payload's thread, and what it must know of its try. */
export interface JobContext extends ServiceContext {
  jobId: string
  /** 0 at the first try. */
  retryCount: number
  /** True when a failure now sends the job to the dead letters. */
  isLastTry: boolean
  /** Aborts when the try's time is over or the worker stops. */
  signal: AbortSignal
}

/** A definition with its handler, as the worker runs it. */
export interface BoundJob {
  job: JobDefinition
  handle(payload: object, ctx: JobContext): Promise<void>
}

/** Binds a handler to a job's definition; the handler sees the payload as its schema parses it. */
export function bindJob<S extends z.ZodType<object>>(
  job: JobDefinition<S>,
  handle: (payload: z.output<S>, ctx: JobContext) => Promise<unknown>,
): BoundJob {
  return {
    job,
    handle: async (payload, ctx) => {
      await handle(job.payload.parse(payload), ctx)
    },
  }
}
