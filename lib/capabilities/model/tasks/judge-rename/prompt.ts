import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'

export const judgeRenameVersion = 'judge-rename.1'

const half = z.object({
  name: z.string(),
  type: z.string().nullable(),
  nullable: z.boolean().nullable(),
  key: z.boolean(),
})

export const judgeRenameInput = z.object({
  connector: z.string(),
  table: z.string(),
  gone: half,
  came: half,
  /** Other columns of the table, for its meaning. */
  others: z.array(z.string()).max(40),
  /** Measured by Headgate: counts of equal values and the like, in its own words. */
  evidence: z.array(
    z.object({ verdict: z.enum(['for', 'against', 'neutral']), text: z.string(), measure: z.string().nullable() }),
  ),
})
export type JudgeRenameInput = z.infer<typeof judgeRenameInput>

const instructions = `In one table a column went and another came. You say whether they are one column under a new name.

- \`same\`: the two names mean the same thing and nothing speaks against it. \`different\`: they mean different things. \`cannot-tell\` otherwise.
- Measured evidence goes before what names suggest: values that differ are two columns, however alike the names.
- The reason is one or two sentences.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptJudgeRename({ connector, table, gone, came, others, evidence }: JudgeRenameInput) {
  const user = [
    'The connector type, the table, the column that went, the one that came, and the other columns:',
    quoteUntrusted('columns', { connector, table, gone, came, others }),
    'What was measured:',
    quoteUntrusted('evidence', evidence),
  ].join('\n\n')
  return { system: instructions, user }
}
