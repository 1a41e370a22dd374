import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'

export const explainChangesVersion = 'explain-changes.1'

export const explainChangesInput = z.object({
  connector: z.string(),
  /** `ref` is a short name of our own for each change. */
  changes: z.array(
    z.object({
      ref: z.string(),
      kind: z.string(),
      path: z.string(),
      sentence: z.string(),
      severity: z.string(),
      severityReason: z.string(),
      origin: z.enum(['source', 'outside']),
    }),
  ),
  /** Changes of the same set that are left out. */
  more: z.number(),
})
export type ExplainChangesInput = z.infer<typeof explainChangesInput>

const instructions = `You explain to people who run data pipelines what changed in a connection's schema and what it means for those who read the data.

- The summary is at most four sentences: what happened, what it may break, what can wait.
- One point for each change that needs a word, with its \`ref\` and its effect on readers. Leave out changes that need none.
- The severity is settled; do not grade anew. Suggest no action: others draft those.
- \`unknown\` is one sentence on what names and types cannot tell, or empty.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptExplainChanges({ connector, changes, more }: ExplainChangesInput) {
  const user = [
    `The connector type: ${quoteUntrusted('connector', connector)}`,
    `The changes${more > 0 ? ` (${more} more are left out)` : ''}:`,
    quoteUntrusted('changes', changes),
  ].join('\n\n')
  return { system: instructions, user }
}
