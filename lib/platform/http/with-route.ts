import type { z } from 'zod'
import { requireActor } from '../auth/actor'
import { webEnv } from '../config/env'
import { createRoute, type RouteAgreement, type RouteHandler, type RouteInput } from './create-route'

const surroundings = { appOrigin: () => webEnv().APP_ORIGIN, requireActor }

/** A Next route handler for an agreement: see createRoute. Handlers name one service and return what it returns. */
export function withRoute<R extends z.ZodType, P = undefined, Q = undefined, B = undefined>(
  agreement: RouteAgreement<P, Q, B, R>,
  handler: (input: RouteInput<P, Q, B>) => Promise<z.input<R>>,
): RouteHandler {
  return createRoute(surroundings, agreement, handler)
}
