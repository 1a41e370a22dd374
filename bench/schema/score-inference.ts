import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fieldName } from '@/lib/capabilities/mapping/domain/inferred-table'
import { destinationName } from '@/lib/capabilities/mapping/domain/naming/destination-name'
import { inferTables } from '@/lib/capabilities/mapping/domain/records/infer-from-profile'
import { TableProfile } from '@/lib/capabilities/mapping/domain/records/table-profile'
import { markDecimals } from '@/lib/capabilities/mapping/domain/records/written-decimal'
import { evaluationFolder, readJsonLines } from './read-json-lines'
import { halfOf, printTable, share } from './report'

/**
 * Scores types, nullability and keys inferred from JSON records, and the names fields get in the destination. With `--list` each miss is named,
 * with `--predictions <folder>` the predictions are also written for the samples' own scorer.
 */
const list = process.argv.includes('--list')
const at = process.argv.indexOf('--predictions')
const folder = at === -1 ? undefined : process.argv[at + 1]
const truthSchema = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  primaryKey: z.array(z.string()).nullable(),
  alsoAccept: z.array(z.array(z.string())).nullable(),
  fields: z.array(
    z.object({
      path: z.string(),
      accept: z.array(z.string()),
      mixed: z.boolean().optional(),
      mustBeNullable: z.boolean(),
      specNullable: z.boolean().nullish(),
      arrayOfObjects: z.boolean().optional(),
    }),
  ),
})
const collections = readJsonLines(['json-schema-inference', 'truth.jsonl'], truthSchema).map((truth) => {
  const profile = new TableProfile()
  const text = readFileSync(join(evaluationFolder(), 'json-schema-inference', truth.file), 'utf8')
  for (const line of text.split('\n')) if (line.trim() !== '') profile.addRecord(JSON.parse(markDecimals(line)))
  const [table] = inferTables(truth.name, profile)
  return { truth, table }
})

const fields = collections.flatMap(({ truth, table }) => {
  const found = new Map(table?.fields.map((field) => [fieldName(field), field]))
  return truth.fields.map((field) => ({ id: `${truth.id}.${field.path}`, truth: field, said: found.get(field.path) }))
})
const typed = fields.filter(({ truth }) => truth.accept[0] !== '*')
const isTypeRight = ({ truth, said }: (typeof fields)[number]) =>
  truth.accept.includes(said?.type ?? '') ||
  (truth.mixed === true && (said?.type === 'json' || said?.type === 'string'))
const nullable = fields.filter(({ truth }) => truth.mustBeNullable || truth.specNullable === false)
const keyed = collections.flatMap(({ truth, table }) =>
  truth.primaryKey === null
    ? []
    : [
        {
          id: truth.id,
          accept: [truth.primaryKey, ...(truth.alsoAccept ?? [])].map(sorted),
          said: sorted(table?.primaryKey ?? []),
        },
      ],
)
const isKeyRight = ({ accept, said }: (typeof keyed)[number]) => accept.includes(said)
const names = readJsonLines(
  ['json-schema-inference', 'naming.jsonl'],
  z.object({ system: z.string(), path: z.array(z.string()), expected: z.string() }),
).map((row) => ({ ...row, id: row.path.join('.'), said: destinationName(row.path) }))
const isNameRight = ({ expected, said }: (typeof names)[number]) => expected === said
const hard = names.filter(({ id }) => /\d|[A-Z]{2}/.test(id))

printTable('inference from JSON records, and names in the destination', [
  row('types', typed, isTypeRight),
  row('nullability', nullable, ({ truth, said }) => said?.nullable === truth.mustBeNullable),
  row('child tables', fields, ({ truth, said }) => (said?.holdsRecords ?? false) === (truth.arrayOfObjects ?? false)),
  row('keys', keyed, isKeyRight),
  row('destination names', names, isNameRight),
  row('… with digits or acronyms', hard, isNameRight),
])
if (list) {
  for (const one of typed) if (!isTypeRight(one)) console.log('type', one.id, one.truth.accept, one.said?.type)
  for (const one of keyed) if (!isKeyRight(one)) console.log('key', one.id, one.accept, one.said)
  for (const one of names) if (!isNameRight(one)) console.log('name', one.id, one.expected, one.said)
}
if (folder !== undefined) {
  const lines = collections.map(({ truth, table }) =>
    JSON.stringify({
      id: truth.id,
      fields: table?.fields.map((field) => ({ path: fieldName(field), type: field.type, nullable: field.nullable })),
      primaryKey: table?.primaryKey,
      childTables: table?.fields.filter(({ holdsRecords }) => holdsRecords).map(fieldName),
    }),
  )
  writeFileSync(join(folder, 'inference.jsonl'), `${lines.join('\n')}\n`)
}

function row<Row extends { id: string }>(what: string, rows: readonly Row[], isRight: (row: Row) => boolean) {
  return {
    what,
    cases: rows.length,
    all: share(rows, isRight),
    'half A': share(
      rows.filter(({ id }) => halfOf(id) === 'A'),
      isRight,
    ),
    'half B': share(
      rows.filter(({ id }) => halfOf(id) === 'B'),
      isRight,
    ),
  }
}

function sorted(key: readonly string[]): string {
  return JSON.stringify([...key].sort())
}
