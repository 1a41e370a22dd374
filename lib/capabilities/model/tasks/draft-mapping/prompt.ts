import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteSamples } from '@/lib/capabilities/model/domain/quote-samples'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'
import { syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

export const draftMappingVersion = 'draft-mapping.1'

export const draftMappingInput = z.object({
  connector: z.string(),
  schema: z.string(),
  table: z.string(),
  synced: z.boolean(),
  syncMode: syncModeSchema.nullable(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.string().nullable(),
      nullable: z.boolean().nullable(),
      key: z.boolean(),
      synced: z.boolean(),
      hashed: z.boolean(),
      /** What recognisers or a person said it holds. */
      class: z.string().nullable(),
    }),
  ),
  /** Masked values by column; empty unless samples are on and allowed. */
  samples: z.record(z.string(), z.array(z.string())),
  changes: z.array(z.object({ kind: z.string(), column: z.string().nullable(), sentence: z.string() })),
  rules: z.object({ rationale: z.string(), actions: z.array(z.unknown()) }),
  kinds: z.array(z.string()),
})
export type DraftMappingInput = z.infer<typeof draftMappingInput>

const instructions = `A table of a data pipeline is new or changed. You draft how it should be mapped: what is included, excluded or hashed, what identifies a row, which sync
mode fits. The built-in rules draft beside you and are shown; both drafts are laid side by side.

- Propose only actions of the kinds you are given, on the objects that changed: the table or column named in the changes.
- Say again what the rules have right, correct what they have wrong, add what they cannot see. Where you have nothing to add, repeat their actions.
- Be cautious: hash what may hold personal data, exclude what is of no use and risky, touch keys and sync modes only with a reason. Never unhash.
- Suggestions are notes and no actions, each for one column or, with an empty \`column\`, for the table: a standard name (snake_case, no abbreviations), a
  description in one sentence, a type where the present one is clearly wrong, a target column where one of the table's columns means the same.
- The rationale is at most five sentences for a reviewer: what changed, what you suggest, why, what speaks against it.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptDraftMapping({ connector, changes, rules, kinds, samples, ...table }: DraftMappingInput) {
  const user = [
    `Kinds of action you may use: ${kinds.join(', ')}.`,
    'The connector type and the table as last seen:',
    quoteUntrusted('table', { connector, ...table }),
    ...quoteSamples(samples),
    'The changes to answer:',
    quoteUntrusted('changes', changes),
    'The draft of the built-in rules:',
    quoteUntrusted('rules-draft', rules),
  ].join('\n\n')
  return { system: instructions, user }
}
