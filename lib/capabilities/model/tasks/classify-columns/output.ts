import { z } from 'zod'
import { dataClasses } from '@/lib/capabilities/catalog/domain/data-class'

/** The catalog's closed list, and a word for nothing personal: strict schemas know no null inside an enum. */
const saidClassSchema = z.enum([...dataClasses, 'none'])

/** An opinion on what columns hold. It enters the catalog as a suggestion and replaces nothing. */
export const classifyColumnsOutput = z.object({
  /** `classes`: the likeliest first, at most three. */
  columns: z.array(z.object({ column: z.string(), classes: z.array(saidClassSchema), reason: z.string() })),
})
export type ClassifyColumnsOutput = z.infer<typeof classifyColumnsOutput>
