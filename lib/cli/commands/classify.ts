import { z } from 'zod'
import { classifyColumn } from '@/lib/capabilities/catalog/domain/classify-column'
import { dataClasses, dataClassSchema } from '@/lib/capabilities/catalog/domain/data-class'
import { keepDecision } from '@/lib/capabilities/catalog/domain/keep-decisions'
import { readSourceType } from '@/lib/control-loop/snapshot/domain/source-type'
import type { Command } from '../command'
import { readShape } from '../read-shape'
import { type Answer, runBatch, runOnce } from '../run-batch'

export const classifyCommand: Command = {
  name: 'classify',
  summary: 'what the values of columns say of a person',
  help: `Usage: headgate classify [--batch] [file]

In    {"id"?, "connector"?, "table", "columns": [{"name", "type"?, "samples"?: ["…"]}]}
Out   {"id", "columns": [{"name", "class", "confidence", "form", "evidence": [{"verdict", "text", "measure"}]}]}
      class is null or one of: ${dataClasses.slice(0, 9).join(', ')},
      ${dataClasses.slice(9).join(', ')}.
      A column may come with what is on record for it, "class": "email" or null, and "decided": true when a person said so: that
      stays, and "flips": [{"name", "from", "to"}] lists where the rules say something else by now.
      form names the format the values have, where they decided: a national number, a card, an IBAN …

Exit  0, or 1 when the input cannot be read.`,
  flags: {},
  run: (input) => (input.flags.batch === true ? runBatch(input, classify) : runOnce(input, classify)),
}

const shape = z.object({
  id: z.unknown().optional(),
  connector: z.string().nullish(),
  table: z.string().nullish(),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.string().nullish(),
      class: dataClassSchema.nullish(),
      decided: z.boolean().optional(),
      samples: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
    }),
  ),
})

function classify(value: unknown): Answer {
  const { id, connector, table, columns } = readShape(value, shape)
  const classified = columns.map((column) => {
    const { name, type, samples, decided = false } = column
    const found = classifyColumn({
      connector: connector ?? undefined,
      table: table ?? '',
      column: name,
      type: type == null ? null : readSourceType(type).type,
      samples: (samples ?? []).filter((sample) => sample !== null).map(String),
    })
    const recorded = column.class === undefined ? undefined : { class: column.class, isDecided: decided }
    return { name, ...keepDecision(recorded, found) }
  })
  const flips = classified.flatMap(({ name, flip }) => (flip === null ? [] : [{ name, ...flip }]))
  const output = {
    ...(id === undefined ? {} : { id }),
    columns: classified.map(({ name, classification }) => ({ name, ...classification })),
    ...(columns.some((column) => column.class !== undefined) ? { flips } : {}),
  }
  return { output }
}
