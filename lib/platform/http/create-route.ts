import type { z } from 'zod'
import type { Permission } from '../auth/roles-and-permissions'
import type { Actor, ServiceContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { InvalidInputError } from './app-error'
import { checkRequestOrigin } from './check-request-origin'
import { toProblemResponse } from './problem-details'
import { BODY_BYTES_MAX, readJsonBody } from './read-body'

/** What a route agrees to. A part without a schema is not read, and arrives as undefined. */
export interface RouteAgreement<P, Q, B, R> {
  permission: Permission
  params?: z.ZodType<P>
  /** Sees a repeated parameter as an array, any other as a string. */
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

export type RouteHandler = (
  request: Request,
  next: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

/** What a route needs to know of the installation and of who asks. */
export interface RouteSurroundings {
  appOrigin(): string
  requireActor(permission: Permission): Promise<Actor>
}

/**
 * Makes a route handler that refuses cross-site changes, authenticates, parses every part by its schema, calls the
 * handler, checks our own answer against the contract, and turns whatever is thrown into problem details.
 */
export function createRoute<R extends z.ZodType, P, Q, B>(
  surroundings: RouteSurroundings,
  agreement: RouteAgreement<P, Q, B, R>,
  handler: (input: RouteInput<P, Q, B>) => Promise<z.input<R>>,
): RouteHandler {
  return async (request, next) => {
    const correlationId = createCorrelationId()
    const url = new URL(request.url)
    try {
      checkRequestOrigin(request, surroundings.appOrigin())
      const actor = await surroundings.requireActor(agreement.permission)
      const answer = await handler({
        ctx: { actor, channel: 'web', correlationId, now: () => new Date() },
        params: parsePart(agreement.params, 'address', await next.params),
        query: parsePart(agreement.query, 'query', readQuery(url.searchParams)),
        body: await parseBody(request, agreement),
        request,
      })
      return Response.json(agreement.response.parse(answer), {
        status: agreement.status ?? 200,
        headers: { 'cache-control': 'no-store', 'x-correlation-id': correlationId },
      })
    } catch (error) {
      return toProblemResponse(error, { correlationId, method: request.method, route: url.pathname })
    }
  }
}

async function parseBody<B>(request: Request, agreement: RouteAgreement<unknown, unknown, B, unknown>): Promise<B> {
  // A change without a schema has no body to read, but a declared type must still be JSON: forms come from other sites.
  const isChange = request.method !== 'GET' && request.method !== 'HEAD'
  if (!agreement.body && !(isChange && request.headers.has('content-type'))) return undefined as B
  const body = await readJsonBody(request, agreement.bodyMaxBytes ?? BODY_BYTES_MAX)
  return parsePart(agreement.body, 'body', body)
}

/** The query part as a plain object: a repeated parameter is an array. */
export function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    query[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return query
}

/** A part of a request by its schema; what the schema refuses is a refusal people can read. */
export function parsePart<T>(schema: z.ZodType<T> | undefined, what: string, value: unknown): T {
  // Without a schema T is undefined, by the defaults of withRoute's type parameters.
  if (!schema) return undefined as T
  const result = schema.safeParse(value)
  if (!result.success) throw InvalidInputError.fromZod(result.error, what)
  return result.data
}
