import { z } from 'zod'
import { adviceKindSchema, adviceRequestSchema } from './domain/advice'
import { adviceResultSchema } from './domain/advice-result'

/** REST shapes of what people ask a model on a page. Answers are stored and shown with who asked and which model answered. */
const instant = z.iso.datetime({ offset: true })

export { adviceRequestSchema }
export const adviceAcceptedSchema = z.object({ id: z.string(), correlationId: z.string() })

export const adviceViewSchema = z.object({
  id: z.string(),
  kind: adviceKindSchema,
  state: z.enum(['waiting', 'answered', 'failed']),
  /** null unless answered. */
  result: adviceResultSchema.nullable(),
  /** Why there is none, for people; null unless failed. */
  problem: z.string().nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  /** The ledger's row. */
  callId: z.string().nullable(),
  requestedBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})
export type AdviceView = z.infer<typeof adviceViewSchema>

/** The latest answer of a kind about a subject; null when nobody asked yet. */
export const latestAdviceQuerySchema = z.object({ kind: adviceKindSchema, subject: z.string().min(1).max(4_000) })
export type LatestAdviceQuery = z.infer<typeof latestAdviceQuerySchema>
export const latestAdviceSchema = z.object({
  advice: adviceViewSchema.nullable(),
  /** Whether a question could be asked now; the sentence says why not. */
  ready: z.object({ ready: z.boolean(), why: z.string().nullable() }),
})
export type LatestAdvice = z.infer<typeof latestAdviceSchema>
