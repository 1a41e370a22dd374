import { changeKey } from '@/lib/control-loop/diff/domain/change-key'
import { deriveSeverity } from '@/lib/control-loop/diff/domain/derive-severity'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { diffTrees } from '@/lib/control-loop/diff/domain/diff-trees'
import { diffPlainSchemas } from '@/lib/control-loop/diff/domain/plain/diff-plain-schemas'
import { type PlainSchema, readPlainSchema } from '@/lib/control-loop/diff/domain/plain/plain-schema'
import { toSchemaTree } from '@/lib/control-loop/diff/domain/plain/to-schema-tree'
import { severityContextOf } from '@/lib/control-loop/diff/domain/severity-context'
import { type Command, type CommandInput, InputError } from '../command'
import { parseJson } from '../parse-json'
import { nameOf, openBytes, readWhole } from '../read-text'
import { withPlace } from '../refusal'
import { type Answer, runBatch, runOnce } from '../run-batch'

export const diffCommand: Command = {
  name: 'diff',
  summary: 'what changed between two schemas, with likely renames',
  help: `Usage: headgate diff [--full] [before.json after.json | pair.json]
       headgate diff --batch [--full] [lines.jsonl]

In    {"id"?, "before": SCHEMA, "after": SCHEMA}; with two files, one schema each.
      SCHEMA is {"tables": {"t": {"columns": {"c": {"type", "nullable", "default"?}}, "primaryKey": ["c"]}}}.
      Types may be spelled as any common source spells them.
Out   {"id", "added": [{"table", "column"}], "removed", "addedTables": ["t"], "removedTables", "typeChanged",
      "nullabilityChanged", "primaryKeyChanged": [{"table"}], "renamed": [{"table", "from", "to", "confidence"}],
      "renamedTables": [{"from", "to", "confidence"}], "suspected": [{"table", "from", "to", "confidence"}]}
      A pair in renamed is at or above the threshold; one in suspected is below it and stays in added and removed.
      Tables and columns are under their names after.
--full  adds "changes", the change set with severities and sentences, and the evidence of each pair.

Exit  0 nothing changed, 2 something changed, 1 the input cannot be read.`,
  flags: { full: false },
  run,
}

async function run(input: CommandInput): Promise<number> {
  const answer = (value: unknown) => diffPair(value, input.flags.full === true)
  if (input.flags.batch === true) return runBatch(input, answer)
  if (input.files.length !== 2) return runOnce(input, answer)
  const [before, after] = await Promise.all(
    input.files.map(async (file) => {
      const text = await readWhole(openBytes(file, input.streams), file)
      return parseJson(text, { file: nameOf(file), line: 1 })
    }),
  )
  return withPlace({ file: input.files.join(' and '), line: 1 }, () => answerFiles({ before, after }, answer, input))
}

function answerFiles(value: unknown, answer: (value: unknown) => Answer, input: CommandInput): number {
  const { output, found } = answer(value)
  input.streams.stdout.write(`${JSON.stringify(output, null, 2)}\n`)
  return found === true ? 2 : 0
}

function diffPair(value: unknown, full: boolean): Answer {
  if (typeof value !== 'object' || value === null) throw new InputError('the input: must be an object')
  const { id, before, after } = value as { id?: unknown; before?: unknown; after?: unknown }
  const [base, revision] = [readPlainSchema(before, 'before'), readPlainSchema(after, 'after')]
  const { renamed, suspected, ...facts } = diffPlainSchemas(base, revision)
  const found = renamed.length > 0 || Object.values(facts).some((list) => list.length > 0)
  const short = ({ table, from, to, confidence }: (typeof renamed)[number]) => ({ table, from, to, confidence })
  const output = {
    ...(id === undefined ? {} : { id }),
    ...facts,
    renamed: full ? renamed : renamed.map(short),
    suspected: full ? suspected : suspected.map(short),
    ...(full ? { changes: changeSet(base, revision) } : {}),
  }
  return { output, found }
}

function changeSet(before: PlainSchema, after: PlainSchema) {
  const [base, revision] = [toSchemaTree(before), toSchemaTree(after)]
  return diffTrees(base, revision).map((change) => ({
    key: changeKey(change),
    ...deriveSeverity(change, severityContextOf(change, base, revision)),
    description: describeChange(change),
    ...change,
  }))
}
