import { z } from 'zod'
import { changeHandlingSchema } from './schema-tree'

/** Everything of a tree above its tables. Stored as JSON in `snapshot.header`: changing it needs a migration. */
export const treeHeaderSchema = z.object({
  changeHandling: changeHandlingSchema,
  typeLocked: z.boolean().nullable(),
  schemas: z.record(z.string(), z.object({ destinationName: z.string(), enabled: z.boolean() })),
})
export type TreeHeader = z.infer<typeof treeHeaderSchema>

/** Where one table of a snapshot is and which stored body it has. */
export interface TableRef {
  schema: string
  table: string
  hash: string
}
