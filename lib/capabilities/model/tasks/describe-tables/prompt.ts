import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'

export const describeTablesVersion = 'describe-tables.1'

export const describeTablesInput = z.object({
  connector: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(
        z.object({ name: z.string(), type: z.string().nullable(), key: z.boolean(), class: z.string().nullable() }),
      ),
    }),
  ),
  glossary: z.array(z.object({ term: z.string(), meaning: z.string() })),
})
export type DescribeTablesInput = z.infer<typeof describeTablesInput>

const instructions = `You describe tables and columns for a data catalog.

- A description is one plain sentence that says what a row or a value is. No praise, no guess at numbers, nothing a name does not carry.
- Leave a description empty where the name does not tell what it is. A wrong one is worse than none.
- \`terms\`: entries of the given glossary that mean exactly this, best first, spelled as given. Never a term that is not in it; empty is fine.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptDescribeTables({ connector, tables, glossary }: DescribeTablesInput) {
  const user = [
    'The connector type and its tables:',
    quoteUntrusted('tables', { connector, tables }),
    glossary.length === 0 ? 'There is no glossary: leave every `terms` empty.' : 'The glossary:',
    ...(glossary.length === 0 ? [] : [quoteUntrusted('glossary', glossary)]),
  ].join('\n\n')
  return { system: instructions, user }
}
