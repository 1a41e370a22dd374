import { log } from '../telemetry/log'
import { AppError, RateLimitedError } from './app-error'
import type { Problem } from './problem'

export interface ProblemPlace {
  correlationId: string
  method: string
  route: string
}

/**
 * The answer to anything thrown: RFC 9457 problem details. Refusals are told as they are; faults are logged whole and
 * answered with the correlation id only, which is what a person quotes to whoever reads the log. The only place that
 * logs what a request threw.
 */
export function toProblemResponse(error: unknown, place: ProblemPlace): Response {
  const problem = describe(error, place.correlationId)
  const entry = { event: 'request.refused', ...place, status: problem.status, code: problem.code }
  if (problem.status >= 500) log.error({ ...entry, event: 'request.failed', err: error })
  else log.info(entry)
  return Response.json(problem, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-correlation-id': place.correlationId,
      ...(error instanceof RateLimitedError && { 'retry-after': String(error.retryAfterSeconds) }),
    },
  })
}

function describe(error: unknown, correlationId: string): Problem {
  if (error instanceof AppError) {
    return {
      type: `urn:headgate:problem:${error.code}`,
      title: error.sentence,
      status: error.status,
      code: error.code,
      ...(error.detail && { detail: error.detail }),
      correlationId,
    }
  }
  return {
    type: 'urn:headgate:problem:fault',
    title: 'Something went wrong on our side. Try again; if it stays, give this id to whoever runs Headgate.',
    status: 500,
    code: 'fault',
    correlationId,
  }
}
