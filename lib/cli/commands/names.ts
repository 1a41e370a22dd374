import { z } from 'zod'
import { destinationName } from '@/lib/capabilities/mapping/domain/naming/destination-name'
import { findCollisions } from '@/lib/capabilities/mapping/domain/naming/find-collisions'
import { mergeGlossary, proposeStandardNames } from '@/lib/capabilities/mapping/domain/naming/propose-standard-names'
import { type Command, type CommandInput, InputError } from '../command'
import { parseJson } from '../parse-json'
import { readShape } from '../read-shape'
import { openBytes, readWhole } from '../read-text'
import { type Answer, runBatch, runOnce } from '../run-batch'

export const namesCommand: Command = {
  name: 'names',
  summary: 'the name a source field gets in the destination, or standard names for it',
  help: `Usage: headgate names [--rules application|database] [--table] [file.json]
       headgate names --standard [--glossary glossary.json] [file.json]
       either with --batch for JSON lines

In    {"id"?, "path": ["address", "line1"]}
Out   {"id", "name": "address_line_1"}
In    {"id"?, "paths": [["userData"], ["user-data"]]}
Out   {"id", "names": ["user_data", "user_data"], "collisions": [{"name", "sources"}]}
--rules     application (the default) or database, whose names are not split into words
--table     the path names a table: leading underscores go

--standard  business names. In {"id"?, "table", "columns": [{"name", "type"?}], "glossary"?: {"acct": "account"}},
            out {"id", "columns": [{"name", "proposals": [{"name", "confidence", "reasons"}]}], "collisions"}, best first.
--glossary  a JSON object of short forms and what they stand for, laid over the built-in one; "" takes an entry out.

Exit  0, or 1 when the input cannot be read.`,
  flags: { rules: true, table: false, standard: false, glossary: true },
  run,
}

const pathSchema = z.object({
  id: z.unknown().optional(),
  path: z.array(z.string()).min(1).optional(),
  paths: z.array(z.array(z.string()).min(1)).optional(),
})
const glossarySchema = z.record(z.string(), z.string())
const standardSchema = z.object({
  id: z.unknown().optional(),
  table: z.string().default(''),
  columns: z.array(z.object({ name: z.string(), type: z.string().nullish() })),
  glossary: glossarySchema.optional(),
})

async function run(input: CommandInput): Promise<number> {
  const { flags } = input
  const answer = flags.standard === true ? await standardNames(input) : destinationNames(flags)
  return flags.batch === true ? runBatch(input, answer) : runOnce(input, answer)
}

function destinationNames(flags: CommandInput['flags']): (value: unknown) => Answer {
  const rules = flags.rules ?? 'application'
  if (rules !== 'application' && rules !== 'database') throw new InputError('--rules is application or database')
  const object = flags.table === true ? 'table' : 'column'
  return (value) => {
    const { id, path, paths } = readShape(value, pathSchema)
    const head = id === undefined ? {} : { id }
    if (path !== undefined) return { output: { ...head, name: destinationName(path, rules, object) } }
    if (paths === undefined) throw new InputError('path: is missing')
    const names = paths.map((one) => destinationName(one, rules, object))
    return { output: { ...head, names, collisions: findCollisions(paths, rules, object) } }
  }
}

async function standardNames({ flags, streams }: CommandInput): Promise<(value: unknown) => Answer> {
  const file = typeof flags.glossary === 'string' ? flags.glossary : undefined
  const own =
    file === undefined
      ? {}
      : readShape(parseJson(await readWhole(openBytes(file, streams), file), { file, line: 1 }), glossarySchema)
  const shared = mergeGlossary(Object.entries(own))
  return (value) => {
    const { id, table, columns, glossary } = readShape(value, standardSchema)
    const words = glossary === undefined ? shared : mergeGlossary([...Object.entries(own), ...Object.entries(glossary)])
    const proposed = columns.map(({ name, type }) => ({
      name,
      proposals: proposeStandardNames({ table, name, type }, words),
    }))
    const byName = new Map<string, string[]>()
    for (const { name, proposals } of proposed) {
      const best = proposals[0]?.name ?? name
      byName.set(best, [...(byName.get(best) ?? []), name])
    }
    const collisions = [...byName]
      .filter(([, sources]) => sources.length > 1)
      .map(([name, sources]) => ({ name, sources }))
    return { output: { ...(id === undefined ? {} : { id }), columns: proposed, collisions } }
  }
}
