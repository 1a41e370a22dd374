import { z } from 'zod'

/** What a model answered, checked and with its texts fit to show. Stored in `model_advice.result`: changing a member needs a migration. */
const texts = { reason: z.string() }

/** A table as it was read from a document: mapped by the mapping capability's own rules. */
export const readTableSchema = z.object({
  name: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['string', 'integer', 'number', 'boolean', 'timestamp', 'date', 'object', 'array', 'json']),
      nullable: z.boolean(),
      description: z.string(),
    }),
  ),
  key: z.array(z.string()),
  cursor: z.string(),
  syncMode: z.enum(['soft-delete', 'history', 'live']),
  references: z.array(z.object({ field: z.string(), table: z.string(), references: z.string() })),
})

export const adviceResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('explain-changes'),
    summary: z.string(),
    points: z.array(z.object({ changeId: z.string(), path: z.string(), effect: z.string() })),
    unknown: z.string(),
    /** How many changes of the set it was told of, and how many there are. */
    told: z.number(),
    all: z.number(),
  }),
  z.object({ kind: z.literal('judge-rename'), opinion: z.enum(['same', 'different', 'cannot-tell']), ...texts }),
  z.object({
    kind: z.literal('classify-columns'),
    /** Likeliest first; null: nothing personal. `recognised` is what counted when it was asked. */
    columns: z.array(
      z.object({
        column: z.string(),
        classes: z.array(z.string().nullable()),
        ...texts,
        recognised: z.string().nullable(),
        differs: z.boolean(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('describe-tables'),
    description: z.string(),
    terms: z.array(z.string()),
    columns: z.array(z.object({ column: z.string(), description: z.string(), terms: z.array(z.string()) })),
  }),
  z.object({
    kind: z.literal('advise-sync-mode'),
    syncMode: z.enum(['soft-delete', 'history', 'live']),
    ...texts,
    against: z.string(),
    current: z.enum(['soft-delete', 'history', 'live']).nullable(),
  }),
  z.object({ kind: z.literal('read-source'), tables: z.array(readTableSchema) }),
])
export type AdviceResult = z.infer<typeof adviceResultSchema>
