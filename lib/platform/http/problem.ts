import { z } from 'zod'

/** RFC 9457 problem details as we send them; `title` is the sentence for people, `code` is for programs. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.record(z.string(), z.unknown()).optional(),
  correlationId: z.string(),
})
export type Problem = z.infer<typeof problemSchema>
