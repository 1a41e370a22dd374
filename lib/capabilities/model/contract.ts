// Long because: a slice has one contract, and this one holds settings, ledger, usage and previews of the gate.
import { z } from 'zod'
import { connectionRefSchema } from '@/lib/control-loop/connection/contract'
import { callOutcomeSchema } from './domain/call-outcome'
import { meteredTaskSchema, routedTaskSchema, taskNameSchema } from './domain/task'

/**
 * REST shapes of the model gate: providers and routes, caps and the stop switch, the ledger of calls and what they cost. Money is in whole
 * micro-dollars (a millionth of a US dollar), prices in micro-dollars a million tokens, so that $0.15 a million tokens is 150000.
 */
const instant = z.iso.datetime({ offset: true })
const micros = z.number().int().min(0).max(1_000_000_000_000)
const name = z.string().trim().min(1).max(120)
const modelName = z.string().trim().min(1).max(200)

export const acceptedSchema = z.object({ accepted: z.literal(true), correlationId: z.string() })

// ---- providers ----------------------------------------------------------------

export const providerKindSchema = z.enum(['openai', 'azure'])

export const modelPriceSchema = z
  .object({
    model: modelName,
    inputMicrosPerMillion: micros,
    /** 0 for an embedding model. */
    outputMicrosPerMillion: micros,
    isEmbedding: z.boolean().default(false),
  })
  .strict()
export type ModelPrice = z.infer<typeof modelPriceSchema>

export const providerViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: providerKindSchema,
  baseUrl: z.string(),
  apiVersion: z.string().nullable(),
  /** First characters of the key; null: no key is stored. */
  keyHint: z.string().nullable(),
  keySetAt: instant.nullable(),
  keySetBy: z.string().nullable(),
  residencyNote: z.string(),
  timeoutSeconds: z.number(),
  position: z.number(),
  enabled: z.boolean(),
  state: z.enum(['untested', 'connected', 'refused', 'unreachable']),
  stateDetail: z.string().nullable(),
  stateAt: instant.nullable(),
  testUnderWay: z.boolean(),
  /** What the last test found: each thing tried, how it went, and what was wrong. */
  probes: z.array(
    z.object({ capability: z.string(), outcome: z.enum(['yes', 'no', 'not-tried']), detail: z.string().nullable() }),
  ),
  /** Models the provider listed at the last test; empty when it lists none. */
  modelsSeen: z.array(z.string()),
  /** While it lies ahead no call is made: calls failed in a row. */
  restsUntil: instant.nullable(),
  restReason: z.string().nullable(),
  prices: z.array(modelPriceSchema),
})
export type ProviderView = z.infer<typeof providerViewSchema>

const providerFields = {
  name,
  kind: providerKindSchema,
  baseUrl: z.url({ protocol: /^https?$/ }).max(500),
  apiVersion: z.string().trim().max(40).nullable(),
  residencyNote: z.string().trim().max(400),
  timeoutSeconds: z.number().int().min(5).max(300),
  position: z.number().int().min(0).max(100),
  enabled: z.boolean(),
}
const apiKey = z.string().trim().min(1).max(2_000)

export const createProviderRequestSchema = z
  .object({
    name,
    kind: providerKindSchema,
    baseUrl: providerFields.baseUrl,
    apiVersion: providerFields.apiVersion.default(null),
    /** Left out for servers that take none. */
    apiKey: apiKey.optional(),
    residencyNote: providerFields.residencyNote.default(''),
    timeoutSeconds: providerFields.timeoutSeconds.default(60),
    prices: z.array(modelPriceSchema).max(100).default([]),
  })
  .strict()
export type CreateProviderRequest = z.input<typeof createProviderRequestSchema>

/** A changed address clears the stored key unless a new one comes with it. */
export const editProviderRequestSchema = z
  .object({ ...providerFields, apiKey, clearKey: z.literal(true) })
  .partial()
  .strict()
export type EditProviderRequest = z.infer<typeof editProviderRequestSchema>

/** Replaces the provider's whole price table. */
export const savePricesRequestSchema = z.object({ prices: z.array(modelPriceSchema).max(100) }).strict()
export type SavePricesRequest = z.infer<typeof savePricesRequestSchema>

// ---- settings -----------------------------------------------------------------

/** Which model answers, first to last: the next one is asked when the one before is away. */
export const candidateSchema = z.object({ providerId: z.uuid(), model: modelName }).strict()
export type Candidate = z.infer<typeof candidateSchema>

export const taskSettingViewSchema = z.object({
  task: routedTaskSchema,
  enabled: z.boolean(),
  /** null: only the caps of all tasks together count. */
  dayCapMicros: z.number().nullable(),
  monthCapMicros: z.number().nullable(),
  /** Empty: the default route is used. */
  candidates: z.array(candidateSchema),
  spentDayMicros: z.number(),
  spentMonthMicros: z.number(),
})
export type TaskSettingView = z.infer<typeof taskSettingViewSchema>

export const saveTaskSettingRequestSchema = z
  .object({
    enabled: z.boolean(),
    dayCapMicros: micros.nullable(),
    monthCapMicros: micros.nullable(),
    candidates: z.array(candidateSchema).max(5),
  })
  .strict()
export type SaveTaskSettingRequest = z.infer<typeof saveTaskSettingRequestSchema>

export const taskParamsSchema = z.object({ task: routedTaskSchema })

export const saveDefaultRouteRequestSchema = z.object({ candidates: z.array(candidateSchema).max(5) }).strict()
export type SaveDefaultRouteRequest = z.infer<typeof saveDefaultRouteRequestSchema>

/** Where spans of calls are sent. `otlp`: any OTLP/HTTP receiver, one optional header. `langfuse`: its OTLP endpoint with a pair of keys. */
export const exportViewSchema = z.object({
  kind: z.enum(['off', 'otlp', 'langfuse']),
  endpoint: z.string().nullable(),
  headerName: z.string().nullable(),
  headerHint: z.string().nullable(),
  /** Whether questions and answers go out too; off unless switched on. */
  withContent: z.boolean(),
  state: z.enum(['untested', 'connected', 'refused', 'unreachable']),
  stateDetail: z.string().nullable(),
  stateAt: instant.nullable(),
  /** Calls that wait to be sent. */
  waiting: z.number(),
})
export type ExportView = z.infer<typeof exportViewSchema>

export const saveExportRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }).strict(),
  z
    .object({
      kind: z.literal('otlp'),
      /** Base address; `/v1/traces` is added unless it ends so. */
      endpoint: z.url({ protocol: /^https?$/ }).max(500),
      header: z
        .object({
          name: z
            .string()
            .trim()
            .regex(/^[A-Za-z0-9-]{1,80}$/),
          value: z.string().min(1).max(2_000),
        })
        .strict()
        .optional(),
      withContent: z.boolean().default(false),
    })
    .strict(),
  z
    .object({
      kind: z.literal('langfuse'),
      endpoint: z.url({ protocol: /^https?$/ }).max(500),
      publicKey: apiKey,
      secretKey: apiKey,
      withContent: z.boolean().default(false),
    })
    .strict(),
])
export type SaveExportRequest = z.input<typeof saveExportRequestSchema>

export const modelSettingsSchema = z.object({
  /** null: models may be asked. */
  stopped: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  dayCapMicros: z.number(),
  monthCapMicros: z.number(),
  /** Calls under way at once, of all tasks and workers. */
  concurrencyMax: z.number(),
  samplesAllowed: z.boolean(),
  retentionDays: z.number(),
  /** false: neither questions nor answers are kept in the ledger. */
  keepContent: z.boolean(),
  /** How long an identical question is answered from the cache; 0: never. */
  cacheHours: z.number(),
  spentDayMicros: z.number(),
  spentMonthMicros: z.number(),
  reservedMicros: z.number(),
  providers: z.array(providerViewSchema),
  defaultRoute: z.array(candidateSchema),
  tasks: z.array(taskSettingViewSchema),
  export: exportViewSchema,
  /** A provider, a priced model and a route are there, and nothing is stopped. */
  isReady: z.boolean(),
})
export type ModelSettings = z.infer<typeof modelSettingsSchema>

export const editModelSettingsRequestSchema = z
  .object({
    dayCapMicros: micros,
    monthCapMicros: micros,
    concurrencyMax: z.number().int().min(1).max(50),
    samplesAllowed: z.boolean(),
    retentionDays: z.number().int().min(1).max(3_650),
    keepContent: z.boolean(),
    cacheHours: z.number().int().min(0).max(8_760),
  })
  .partial()
  .strict()
export type EditModelSettingsRequest = z.infer<typeof editModelSettingsRequestSchema>

/** Stops all asking at once, or lets it go on. */
export const stopModelsRequestSchema = z
  .object({ stopped: z.boolean(), reason: z.string().trim().max(400).default('') })
  .strict()
export type StopModelsRequest = z.input<typeof stopModelsRequestSchema>

/** Columns of which masked sample values may be shown to a model, while samples are allowed at all. */
export const sampleConsentSchema = z.object({
  connectionId: z.uuid(),
  schema: z.string().min(1).max(500),
  table: z.string().min(1).max(500),
  column: z.string().min(1).max(500),
})
export const sampleConsentListQuerySchema = z.object({ connection: z.uuid() })
export const sampleConsentListSchema = z.object({
  items: z.array(sampleConsentSchema.extend({ by: z.string(), at: instant })),
})
export const saveSampleConsentRequestSchema = sampleConsentSchema.extend({ allowed: z.boolean() }).strict()
export type SaveSampleConsentRequest = z.infer<typeof saveSampleConsentRequestSchema>

// ---- ledger -------------------------------------------------------------------

export const callListQuerySchema = z.object({
  task: meteredTaskSchema.optional(),
  model: z.string().max(200).optional(),
  outcome: z.enum([...callOutcomeSchema.options, 'errors']).optional(),
  connection: z.uuid().optional(),
  proposal: z.uuid().optional(),
  /** UTC. */
  day: z.iso.date().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
})
export type CallListQuery = z.infer<typeof callListQuerySchema>

export const callRowSchema = z.object({
  id: z.string(),
  at: instant,
  task: meteredTaskSchema,
  promptVersion: z.string(),
  subject: z.string(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  outcome: callOutcomeSchema,
  /** What went wrong, for people; null when nothing did. */
  problem: z.string().nullable(),
  /** 1 is the question, 2 and 3 are repair turns. */
  turn: z.number(),
  cached: z.boolean(),
  inputTokens: z.number().nullable(),
  outputTokens: z.number().nullable(),
  costMicros: z.number(),
  tookMs: z.number().nullable(),
  retries: z.number(),
  requestedBy: z.string(),
  connection: connectionRefSchema.nullable(),
  /** What the answer fed and what became of it. */
  proposal: z.object({ id: z.string(), number: z.number(), state: z.string() }).nullable(),
  /** The call this one repeats with another model or prompt; such a call feeds no proposal. */
  replayOf: z.string().nullable(),
})
export type CallRow = z.infer<typeof callRowSchema>

export const callListSchema = z.object({
  items: z.array(callRowSchema),
  nextCursor: z.string().nullable(),
  /** For the filters. */
  models: z.array(z.string()),
})
export type CallList = z.infer<typeof callListSchema>

export const messageSchema = z.object({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })

export const callDetailSchema = callRowSchema.extend({
  correlationId: z.string(),
  askId: z.string(),
  /** Turns and providers of the same ask, in order, this one among them. */
  turns: z.array(callRowSchema),
  /** As it was sent, masked; null when content is not kept or was stripped. */
  input: z.array(messageSchema).nullable(),
  output: z.string().nullable(),
  /** What was masked before it left, e.g. `2 e-mail addresses`. */
  masked: z.array(z.string()),
  /** The name the reply gives itself, where it gives one. */
  servedBy: z.string().nullable(),
  reservedMicros: z.number(),
  /** Said when a charge is not what was expected: no usage reported, far more tokens than asked for. */
  chargeNote: z.string().nullable(),
  price: z.object({ inputMicrosPerMillion: z.number(), outputMicrosPerMillion: z.number() }).nullable(),
  canReplay: z.boolean(),
  /** Whether it may be asked again with the prompt as it is now, not only word for word. */
  canReplayWithCurrentPrompt: z.boolean(),
  /** Repeats of this call with other models or prompts, for comparison. */
  replays: z.array(callRowSchema.extend({ output: z.string().nullable(), sameOutput: z.boolean().nullable() })),
})
export type CallDetail = z.infer<typeof callDetailSchema>

/** `same`: word for word as it was sent. `current`: the prompt as this build has it, over the same material. */
export const replayCallRequestSchema = z
  .object({ providerId: z.uuid(), model: modelName, prompt: z.enum(['same', 'current']).default('same') })
  .strict()
export type ReplayCallRequest = z.input<typeof replayCallRequestSchema>

export const callExportQuerySchema = callListQuerySchema
  .omit({ cursor: true, limit: true })
  .extend({ format: z.enum(['csv', 'json']).default('csv') })

// ---- usage --------------------------------------------------------------------

export const usageQuerySchema = z.object({
  days: z.coerce.number<number | string>().int().min(1).max(366).default(30),
})

const budgetViewSchema = z.object({
  spentMicros: z.number(),
  reservedMicros: z.number(),
  capMicros: z.number().nullable(),
})

export const usageSchema = z.object({
  /** First and last day, UTC. */
  from: z.iso.date(),
  to: z.iso.date(),
  total: z.object({ day: budgetViewSchema, month: budgetViewSchema }),
  tasks: z.array(
    z.object({
      task: meteredTaskSchema,
      day: budgetViewSchema,
      month: budgetViewSchema,
      calls: z.number(),
      costMicros: z.number(),
      errors: z.number(),
      cacheHits: z.number(),
      latencyP95Ms: z.number().nullable(),
    }),
  ),
  /** One row a task and day with any call; days without a call are left out. */
  byDay: z.array(
    z.object({
      day: z.iso.date(),
      task: meteredTaskSchema,
      calls: z.number(),
      costMicros: z.number(),
      errors: z.number(),
    }),
  ),
  byModel: z.array(
    z.object({
      model: z.string(),
      provider: z.string(),
      calls: z.number(),
      inputTokens: z.number(),
      outputTokens: z.number(),
      costMicros: z.number(),
      errors: z.number(),
      latencyP95Ms: z.number().nullable(),
    }),
  ),
  errors: z.array(z.object({ outcome: callOutcomeSchema, calls: z.number() })),
  /** What became of the proposals that answers of a prompt version fed. `decided` are those that people accepted or rejected. */
  acceptance: z.array(
    z.object({
      task: meteredTaskSchema,
      promptVersion: z.string(),
      model: z.string(),
      proposals: z.number(),
      decided: z.number(),
      accepted: z.number(),
      /** Of the accepted, those that somebody reverted later. */
      reverted: z.number(),
    }),
  ),
})
export type Usage = z.infer<typeof usageSchema>

// ---- preview ------------------------------------------------------------------

/** What a task would be asked about. Which parts a task needs is the task's. */
export const previewSubjectSchema = z
  .object({
    connectionId: z.uuid().optional(),
    /** Of `draft-mapping`: what was sent for this proposal, with the model that would answer now. */
    proposalId: z.uuid().optional(),
    /** Of `explain-changes`. */
    changeSetId: z.uuid().optional(),
    schema: z.string().max(500).optional(),
    table: z.string().max(500).optional(),
    /** Of `judge-rename`. */
    from: z.string().max(500).optional(),
    to: z.string().max(500).optional(),
  })
  .strict()
export type PreviewSubject = z.infer<typeof previewSubjectSchema>

export const createPreviewRequestSchema = z.object({ task: taskNameSchema, subject: previewSubjectSchema }).strict()
export type CreatePreviewRequest = z.infer<typeof createPreviewRequestSchema>

export const previewCreatedSchema = z.object({ previewId: z.string(), correlationId: z.string() })
export const previewSchema = z.object({
  id: z.string(),
  task: taskNameSchema,
  /** `ready` has a body, `refused` a problem. */
  state: z.enum(['under-way', 'ready', 'refused']),
  problem: z.string().nullable(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  /** Where it would go. */
  address: z.string().nullable(),
  /** The exact body that would be sent, byte for byte. */
  body: z.string().nullable(),
  bytes: z.number().nullable(),
  inputTokensEstimate: z.number().nullable(),
  /** What the call would cost at most. */
  worstCaseMicros: z.number().nullable(),
  masked: z.array(z.string()),
})
export type Preview = z.infer<typeof previewSchema>
