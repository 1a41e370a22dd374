import { z } from 'zod'

/** What a person may ask a model on a page. Advice only: nothing follows from it by itself. */
const name = z.string().min(1).max(500)
const tablePlace = { connectionId: z.uuid(), schema: name, table: name }

/** More than this of a document is read in parts. */
export const adviceTextLengthMax = 150_000

export const adviceRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('explain-changes'), changeId: z.uuid() }),
  z.strictObject({ kind: z.literal('judge-rename'), ...tablePlace, from: name, to: name }),
  z.strictObject({ kind: z.literal('classify-columns'), ...tablePlace }),
  z.strictObject({ kind: z.literal('describe-tables'), ...tablePlace }),
  z.strictObject({ kind: z.literal('advise-sync-mode'), ...tablePlace }),
  z.strictObject({
    kind: z.literal('read-source'),
    name: z.string().trim().min(1).max(200),
    source: z.enum(['documentation', 'ddl', 'records']),
    text: z.string().min(1).max(adviceTextLengthMax),
  }),
])
export type AdviceRequest = z.infer<typeof adviceRequestSchema>
export const adviceKinds = adviceRequestSchema.options.map((option) => option.shape.kind.value)
export const adviceKindSchema = z.enum(adviceKinds)

/** One text for what is asked about: the latest answer about it is shown where it is. A source is asked about once and has none of its own. */
export function subjectOf(request: AdviceRequest): string {
  switch (request.kind) {
    case 'explain-changes':
      return JSON.stringify(['change', request.changeId])
    case 'judge-rename':
      return JSON.stringify(['rename', request.connectionId, request.schema, request.table, request.from, request.to])
    case 'classify-columns':
    case 'describe-tables':
    case 'advise-sync-mode':
      return JSON.stringify(['table', request.connectionId, request.schema, request.table])
    case 'read-source':
      return JSON.stringify(['source', request.name])
  }
}
