import type { z } from 'zod'

export interface JobOptions {
  /** Tries after the first one. */
  retryLimit?: number
  /** Before the first retry; doubles after each, with jitter. */
  retryDelaySeconds?: number
  retryDelayMaxSeconds?: number
  /** After this long a try counts as lost and its signal aborts. */
  expireInSeconds?: number
  /** Jobs of this kind that one worker runs at once. */
  concurrency?: number
}

/** A kind of job: its queue's name and the shape of its payload. Payloads carry ids, never secrets. */
export interface JobDefinition<S extends z.ZodType<object> = z.ZodType<object>> {
  name: string
  payload: S
  options: Required<JobOptions>
}

/** Defines a kind of job, apart from its handler, so that whoever enqueues it does not load what it does. */
export function defineJob<S extends z.ZodType<object>>(definition: {
  name: string
  payload: S
  options?: JobOptions
}): JobDefinition<S> {
  const options = {
    retryLimit: 5,
    retryDelaySeconds: 2,
    retryDelayMaxSeconds: 300,
    expireInSeconds: 300,
    concurrency: 2,
    ...definition.options,
  }
  return { name: definition.name, payload: definition.payload, options }
}
