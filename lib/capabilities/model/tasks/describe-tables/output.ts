import { z } from 'zod'

/** Suggested descriptions and terms. `terms` names entries of the glossary that was given, never anything else. */
export const describeTablesOutput = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      description: z.string(),
      terms: z.array(z.string()),
      columns: z.array(z.object({ column: z.string(), description: z.string(), terms: z.array(z.string()) })),
    }),
  ),
})
export type DescribeTablesOutput = z.infer<typeof describeTablesOutput>
