import { z } from 'zod'

export const syncCommandSchema = z.object({
  /** Answer when the sync is over, with its record. */
  wait: z.boolean().default(true),
  durationMs: z.int().min(0).max(3_600_000).optional(),
  historical: z.boolean().default(false),
  force: z.boolean().default(false),
})

export const clockCommandSchema = z.object({
  advanceMs: z
    .int()
    .min(0)
    .max(400 * 86_400_000),
})

export const editCommandSchema = z.object({
  method: z.enum(['PATCH', 'POST', 'DELETE']).default('PATCH'),
  path: z.string().startsWith('/v1/'),
  body: z.record(z.string(), z.json()).default({}),
})

export const healthCommandSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('connected') }),
  z.object({
    state: z.literal('broken'),
    code: z.string().min(1).default('reconnect'),
    message: z.string().min(1).default('The credentials were rejected by the source. Reconnect it.'),
  }),
])

export const faultCommandSchema = z
  .object({
    /** `/prefix` or `METHOD /prefix`. */
    route: z.string().regex(/^((GET|POST|PATCH|DELETE) )?\/v1(\/.*)?$/, 'expected /v1… or METHOD /v1…'),
    kind: z.enum(['status', 'retry-after', 'drop-reply', 'hang', 'truncate']),
    status: z.int().min(400).max(599).default(500),
    retryAfterSeconds: z.int().min(1).max(86_400).default(5),
    times: z.int().min(1).max(1_000_000).optional(),
    rate: z.number().gt(0).max(1).default(1),
  })
  .transform((fault) => ({ ...fault, times: fault.times ?? (fault.rate < 1 ? null : 1) }))
