import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'
import { lineLengthMax } from './limits'

export const readSourceVersion = 'read-source.1'

export const readSourceInput = z.object({
  name: z.string(),
  /** `fields`: what Headgate read from samples; the samples themselves stay here. */
  kind: z.enum(['documentation', 'ddl', 'fields']),
  text: z.string(),
})
export type ReadSourceInput = z.infer<typeof readSourceInput>

const instructions = `You read what describes a source (documentation of an API, table definitions, or fields found in samples) and say which tables it has.

- One table for each kind of record that can be listed. What only wraps a reply (data, paging, errors) is no table and no field.
- Fields are spelled exactly as in the text. Fields within an object are written with dots: \`billing.city\`. Only what the text shows: invent nothing.
- \`key\`: the fields that tell rows apart, by name in \`fields\`; empty when none is told. \`cursor\`: a field that moves with every change, such as a time of
  update; empty when none is told.
- \`syncMode\`: \`soft-delete\` unless the text speaks for another: \`live\` for rows written once, \`history\` for things whose past states matter.
- \`references\`: a field that holds the key of another of your tables.
- A value may be nullable unless the text says it is always there. A description is taken from the text in one sentence, or empty.
${modestWords}
${untrustedWords}`

const kindWords: Record<ReadSourceInput['kind'], string> = {
  documentation: 'Documentation of an API, line by line; values in its examples are blanked:',
  ddl: 'Table definitions, line by line:',
  fields: 'Fields found in samples, one a line, with type and whether some are empty:',
}

/** The whole text of one question. Pure. */
export function promptReadSource({ name, kind, text }: ReadSourceInput) {
  const user = [
    `The source is called ${quoteUntrusted('name', name)}`,
    kindWords[kind],
    quoteUntrusted('source', text.split(/\r\n|\n/), { textLengthMax: lineLengthMax }),
  ].join('\n\n')
  return { system: instructions, user }
}
