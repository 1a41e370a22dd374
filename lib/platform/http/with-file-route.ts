import type { z } from 'zod'
import { requireActor } from '../auth/actor'
import type { Permission } from '../auth/roles-and-permissions'
import type { ServiceContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { parsePart, readQuery } from './create-route'
import { toProblemResponse } from './problem-details'

/** A file for a person to keep. */
export interface FileAnswer {
  name: string
  /** Its media type. */
  type: string
  text: string
}

/** A GET route that answers with a file to save. Authenticates and parses like every route; a browser never shows what it holds. */
export function withFileRoute<Q>(
  agreement: { permission: Permission; query: z.ZodType<Q> },
  handler: (input: { ctx: ServiceContext; query: Q }) => Promise<FileAnswer>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const correlationId = createCorrelationId()
    const url = new URL(request.url)
    try {
      const actor = await requireActor(agreement.permission)
      const file = await handler({
        ctx: { actor, channel: 'web', correlationId, now: () => new Date() },
        query: parsePart(agreement.query, 'query', readQuery(url.searchParams)),
      })
      return new Response(file.text, {
        headers: {
          'content-type': file.type,
          'content-disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'x-correlation-id': correlationId,
        },
      })
    } catch (error) {
      return toProblemResponse(error, { correlationId, method: request.method, route: url.pathname })
    }
  }
}
