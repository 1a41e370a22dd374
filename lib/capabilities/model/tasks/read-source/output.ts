import { z } from 'zod'
import { syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** Types of fields in the words of the mapping capability. */
export const sourceFieldTypes = [
  'string',
  'integer',
  'number',
  'boolean',
  'timestamp',
  'date',
  'object',
  'array',
  'json',
] as const

/** A source's tables as a document describes them. Texts that do not apply are empty: strict schemas have nothing optional. */
export const readSourceOutput = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          type: z.enum(sourceFieldTypes),
          nullable: z.boolean(),
          description: z.string(),
        }),
      ),
      key: z.array(z.string()),
      /** The field that tells what changed since; empty: none does. */
      cursor: z.string(),
      syncMode: syncModeSchema,
      references: z.array(z.object({ field: z.string(), table: z.string(), references: z.string() })),
    }),
  ),
})
export type ReadSourceOutput = z.infer<typeof readSourceOutput>
