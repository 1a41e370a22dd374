import { z } from 'zod'
import { FAULT_KINDS } from '@/sandbox/state/fault'

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

const faultRoute = z.string().regex(/^((GET|POST|PATCH|DELETE) )?\/v1(\/.*)?$/, 'expected /v1… or METHOD /v1…')
const faultDetails = {
  /** `/prefix` or `METHOD /prefix`. */
  route: faultRoute,
  status: z.int().min(400).max(599).default(500),
  retryAfterSeconds: z.int().min(1).max(86_400).default(5),
}

export const faultCommandSchema = z
  .object({
    ...faultDetails,
    kind: z.enum(FAULT_KINDS),
    times: z.int().min(1).max(1_000_000).optional(),
    rate: z.number().gt(0).max(1).default(1),
  })
  .transform((fault) => ({ ...fault, times: fault.times ?? (fault.rate < 1 ? null : 1) }))

const share = z.number().min(0).max(1)

/** Several faults that share one throw of the die: their rates are of the same requests. */
export const faultMixCommandSchema = z.object({
  ...faultDetails,
  rates: z
    .partialRecord(z.enum(FAULT_KINDS), share)
    .refine(
      (rates) => Object.values(rates).reduce((sum, rate) => sum + rate, 0) <= 1,
      'the rates are more than 1 together',
    ),
})

export const webhookFaultsCommandSchema = z.object({
  duplicate: share.default(0),
  reorder: share.default(0),
  late: share.default(0),
  lost: share.default(0),
  seed: z.int().default(1),
})

export const outcomeCommandSchema = z.object({
  status: z.enum(['RESCHEDULED', 'FAILURE']),
  reason: z.string().min(1).default('The source asked to come back later.'),
  afterMs: z
    .int()
    .min(0)
    .max(7 * 86_400_000)
    .default(900_000),
})

export const transformationOutcomeSchema = z.object({ next: z.enum(['SUCCEEDED', 'FAILED']) })
