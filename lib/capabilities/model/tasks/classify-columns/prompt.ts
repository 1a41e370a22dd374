import { z } from 'zod'
import { dataClasses, dataClassLabels } from '@/lib/capabilities/catalog/domain/data-class'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteSamples } from '@/lib/capabilities/model/domain/quote-samples'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'

export const classifyColumnsVersion = 'classify-columns.1'

export const classifyColumnsInput = z.object({
  connector: z.string(),
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string().nullable() })),
  /** Masked values by column; empty unless samples are on and allowed. */
  samples: z.record(z.string(), z.array(z.string())),
})
export type ClassifyColumnsInput = z.infer<typeof classifyColumnsInput>

const instructions = `You say what the columns of a table hold, by their names, types and the table they are in.

The classes, and no other:
${dataClasses.map((dataClass) => `- ${dataClass}: ${dataClassLabels[dataClass]}`).join('\n')}
- none: nothing personal

Rules:
- One entry for every column, in the order given. \`classes\` holds the likeliest class first and at most two more that you would not rule out.
- A wrong class costs more trust than a missing one: say \`none\` when the name only hints.
- A class is about the values: \`email\` holds addresses; \`email_verified\` and \`email_template_id\` do not. Keys of our own systems are \`none\`.
- The reason is a few words.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptClassifyColumns({ connector, table, columns, samples }: ClassifyColumnsInput) {
  const shown = `The table:\n\n${quoteUntrusted('table', { connector, table, columns })}`
  return { system: instructions, user: [shown, ...quoteSamples(samples)].join('\n\n') }
}
