import { z } from 'zod'
import { diffPlainSchemas } from '@/lib/control-loop/diff/domain/plain/diff-plain-schemas'
import { readPlainSchema } from '@/lib/control-loop/diff/domain/plain/plain-schema'
import { readJsonLines } from './read-json-lines'
import { halfOf, printTable, rates } from './report'

/**
 * Scores every fact of a diff of bare schemas on the labelled steps: what came and went, types, nullability, keys, and the renames between.
 * A rename that is missed shows as one false drop and one false addition too.
 */
const column = z.object({ table: z.string(), column: z.string() })
const pair = z.object({ from: z.string(), to: z.string() })
const columnPair = pair.extend({ table: z.string() })
const rowSchema = z.object({
  id: z.string(),
  project: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  truth: z.object({
    renamed: z.array(columnPair),
    renamedTables: z.array(pair),
    ambiguous: z.array(columnPair),
    ambiguousTables: z.array(pair).optional(),
    added: z.array(column),
    removed: z.array(column),
    addedTables: z.array(z.string()),
    removedTables: z.array(z.string()),
    typeChanged: z.array(column),
    nullabilityChanged: z.array(column),
    primaryKeyChanged: z.array(z.object({ table: z.string() })),
  }),
})
type Row = z.infer<typeof rowSchema>
const rows = readJsonLines(['schema-drift', 'pairs.jsonl'], rowSchema)
const facts = [
  'addedTables',
  'removedTables',
  'renamedTables',
  'added',
  'removed',
  'renamed',
  'typeChanged',
  'nullabilityChanged',
  'primaryKeyChanged',
] as const
const halves = ['all', 'A', 'B'] as const
const counts = new Map<string, { right: number; wrong: number; missed: number }>()

for (const row of rows) {
  const said = diffPlainSchemas(readPlainSchema(row.before, 'before'), readPlainSchema(row.after, 'after'))
  const unjudged = unjudgedNames(row)
  const nameAfter = new Map(row.truth.renamedTables.map(({ from, to }) => [from, to]))
  for (const fact of facts) {
    const keys = (list: readonly unknown[]) =>
      new Set(list.map((entry) => keyOf(entry, nameAfter)).filter((key) => !unjudged.has(key)))
    const [truth, found] = [keys(row.truth[fact]), keys(said[fact])]
    const right = [...found].filter((key) => truth.has(key)).length
    for (const half of ['all', halfOf(row.id)]) {
      const count = counts.get(`${fact} ${half}`) ?? { right: 0, wrong: 0, missed: 0 }
      counts.set(`${fact} ${half}`, count)
      count.right += right
      count.wrong += found.size - right
      count.missed += truth.size - right
    }
  }
}
printTable(
  'facts of a diff',
  facts.flatMap((fact) =>
    halves.map((half) => {
      const count = counts.get(`${fact} ${half}`) ?? { right: 0, wrong: 0, missed: 0 }
      return { fact, half, ...count, ...rates(count) }
    }),
  ),
)

function keyOf(entry: unknown, nameAfter: ReadonlyMap<string, string>): string {
  if (typeof entry === 'string') return entry
  const { table, column: name, from, to } = entry as Partial<Record<'table' | 'column' | 'from' | 'to', string>>
  return JSON.stringify([
    table === undefined ? null : (nameAfter.get(table) ?? table),
    name ?? null,
    from ?? null,
    to ?? null,
  ])
}

/** Pairs that may be called a rename or a drop and an addition: both are accepted, so neither is counted. */
function unjudgedNames({ truth }: Row): Set<string> {
  const after = (table: string) => truth.renamedTables.find(({ from }) => from === table)?.to ?? table
  return new Set([
    ...truth.ambiguous.flatMap(({ table, from, to }) => [
      JSON.stringify([after(table), null, from, to]),
      JSON.stringify([after(table), from, null, null]),
      JSON.stringify([after(table), to, null, null]),
    ]),
    ...(truth.ambiguousTables ?? []).flatMap(({ from, to }) => [from, to, JSON.stringify([null, null, from, to])]),
  ])
}
