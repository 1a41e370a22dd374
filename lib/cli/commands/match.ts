import { z } from 'zod'
import { matchColumns } from '@/lib/capabilities/mapping/domain/match/match-columns'
import type { Command } from '../command'
import { readShape } from '../read-shape'
import { type Answer, runBatch, runOnce } from '../run-batch'

export const matchCommand: Command = {
  name: 'match',
  summary: 'which source column goes into which column of an existing table',
  help: `Usage: headgate match [--batch] [file]

In    {"id"?, "table"?, "source": [{"name", "type"?, "samples"?}], "target": [{"name", "type"?, "description"?, "samples"?}]}
Out   {"id", "matches": [{"source", "target", "confidence", "reasons"}]}
      Each column is used once; a source column that fits nothing is left out.

Exit  0, or 1 when the input cannot be read.`,
  flags: {},
  run: (input) => (input.flags.batch === true ? runBatch(input, match) : runOnce(input, match)),
}

const column = z.object({
  name: z.string(),
  type: z.string().nullish(),
  description: z.string().nullish(),
  samples: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
})
const shape = z.object({
  id: z.unknown().optional(),
  table: z.string().nullish(),
  source: z.array(column),
  target: z.array(column),
})

function match(value: unknown): Answer {
  const { id, table, source, target } = readShape(value, shape)
  const prepared = (columns: typeof source) =>
    columns.map(({ samples, ...rest }) => ({
      ...rest,
      samples: (samples ?? []).filter((sample) => sample !== null).map(String),
    }))
  const matches = matchColumns(prepared(source), prepared(target), table ?? undefined)
  return { output: { ...(id === undefined ? {} : { id }), matches } }
}
