import { z } from 'zod'
import { logicalTypeSchema } from '@/sandbox/types/logical-type'
import { generatorSchema } from './generator'
import { sourceColumnSchema, sourceTableSchema } from './source-model'

const place = { schema: z.string().min(1), table: z.string().min(1) }

/** What may happen to a source while nobody at the destination is looking. */
export const sourceChangeSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add-column'), ...place, column: sourceColumnSchema }),
  z.object({ op: z.literal('drop-column'), ...place, column: z.string().min(1) }),
  z.object({ op: z.literal('rename-column'), ...place, column: z.string().min(1), to: z.string().min(1).max(200) }),
  z.object({
    op: z.literal('retype-column'),
    ...place,
    column: z.string().min(1),
    type: logicalTypeSchema,
    length: z.int().positive().nullable().default(null),
    /** Other values for the other type; without it the old values are cast. */
    generator: generatorSchema.optional(),
  }),
  z.object({ op: z.literal('add-table'), schema: z.string().min(1), table: sourceTableSchema }),
  z.object({ op: z.literal('drop-table'), ...place }),
  z.object({ op: z.literal('rename-table'), ...place, to: z.string().min(1).max(200) }),
  z.object({ op: z.literal('change-key'), ...place, primaryKey: z.array(z.string().min(1)) }),
  z.object({ op: z.literal('add-rows'), ...place, rows: z.int().min(1).max(1_000_000) }),
  /** Other values in the same column, as when a source starts to count in another unit. A full sync delivers them to every row. */
  z.object({
    op: z.literal('set-generator'),
    ...place,
    column: z.string().min(1),
    generator: generatorSchema,
  }),
  z.object({
    op: z.literal('set-null-share'),
    ...place,
    column: z.string().min(1),
    nullShare: z.number().min(0).max(1),
  }),
])
export type SourceChange = z.infer<typeof sourceChangeSchema>
