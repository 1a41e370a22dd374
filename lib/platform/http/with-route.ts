import type { z } from 'zod'
import { requireActor } from '../auth/actor'
import type { Permission } from '../auth/roles-and-permissions'
import { webEnv } from '../config/env'
import type { ServiceContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { InvalidInputError } from './app-error'
import { checkRequestOrigin } from './check-request-origin'
import { toProblemResponse } from './problem-details'
import { BODY_BYTES_MAX, readJsonBody } from './read-body'

/** What a route agrees to. A part without a schema is not read, and arrives as undefined. */
export interface RouteAgreement<P, Q, B, R> {
  permission: Permission
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  response: R
  /** Of the answer when all went well; 200 unless given. */
  status?: number
  bodyMaxBytes?: number
}

export interface RouteInput<P, Q, B> {
  ctx: ServiceContext
  params: P
  query: Q
  body: B
  request: Request
}

interface NextRouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Makes a Next route handler that authenticates, refuses cross-site changes, parses every part by its schema, calls
 * the handler, checks our own answer against the contract, and turns whatever is thrown into problem details.
 */
export function withRoute<R extends z.ZodType, P = undefined, Q = undefined, B = undefined>(
  agreement: RouteAgreement<P, Q, B, R>,
  handler: (input: RouteInput<P, Q, B>) => Promise<z.input<R>>,
): (request: Request, next: NextRouteContext) => Promise<Response> {
  return async (request, next) => {
    const correlationId = createCorrelationId()
    try {
      checkRequestOrigin(request, webEnv().APP_ORIGIN)
      const actor = await requireActor(agreement.permission)
      const url = new URL(request.url)
      const answer = await handler({
        ctx: { actor, channel: 'web', correlationId, now: () => new Date() },
        params: parsePart(agreement.params, 'address', await next.params),
        query: parsePart(agreement.query, 'query', Object.fromEntries(url.searchParams)),
        body: agreement.body
          ? parsePart(agreement.body, 'body', await readJsonBody(request, agreement.bodyMaxBytes ?? BODY_BYTES_MAX))
          : (undefined as B),
        request,
      })
      return Response.json(agreement.response.parse(answer), {
        status: agreement.status ?? 200,
        headers: { 'cache-control': 'no-store', 'x-correlation-id': correlationId },
      })
    } catch (error) {
      return toProblemResponse(error, { correlationId, method: request.method, route: new URL(request.url).pathname })
    }
  }
}

function parsePart<T>(schema: z.ZodType<T> | undefined, what: string, value: unknown): T {
  // Without a schema T is undefined by the type parameters' defaults.
  if (!schema) return undefined as T
  const result = schema.safeParse(value)
  if (!result.success) throw InvalidInputError.fromZod(result.error, what)
  return result.data
}
