import { z } from 'zod'
import { lockSchema } from './schema-tree'
import type { SourceAnswer } from './source-observation'

/** What is known of a table without asking its source. Stored as JSON in `source_reading.evidence`. Fingerprints; null: nobody could look. */
export const tableEvidenceSchema = z.object({
  config: z.string(),
  destination: z.string().nullable(),
  /** The service's own log tables, where the destination has them. */
  log: z.string().nullable(),
  /** The connection's last successful sync, ISO. */
  syncedAt: z.string().nullable(),
})
export type TableEvidence = z.infer<typeof tableEvidenceSchema>

/** The source's answer as it is kept. Stored as JSON in `source_reading.columns`; null: the source does not know the table. */
export const keptAnswerSchema = z
  .record(
    z.string(),
    z.object({
      destinationName: z.string(),
      enabled: z.boolean(),
      hashed: z.boolean(),
      primaryKey: z.boolean().nullable(),
      lock: lockSchema.nullable(),
    }),
  )
  .nullable()
  .transform((columns): Exclude<SourceAnswer, undefined> => columns ?? 'absent')

export interface SourceReading {
  evidence: TableEvidence
  answer: Exclude<SourceAnswer, undefined>
  askedAtMs: number
}
