import { z } from 'zod'
import { measureValues, reportColumn } from '@/lib/capabilities/drift/domain/column/compare-values'
import { driftBars } from '@/lib/capabilities/drift/domain/column/drift-bars'
import { judgeColumn } from '@/lib/capabilities/drift/domain/column/judge-column'
import { judgeTable } from '@/lib/capabilities/drift/domain/column/judge-table'
import { type WeighedMeasure, weighMeasure } from '@/lib/capabilities/drift/domain/column/weigh-measure'
import { type Command, type CommandInput, InputError } from '../command'
import { parseJson } from '../parse-json'
import { readShape } from '../read-shape'
import { nameOf, openBytes, readLines } from '../read-text'
import { withPlace } from '../refusal'
import { type Answer, filesOf, runBatch, runOnce } from '../run-batch'

export const driftCommand: Command = {
  name: 'drift',
  summary: 'whether the values of a column moved against a baseline',
  help: `Usage: headgate drift [--columns n] [--level p] [--rows-min n] [--batch] [file]
       headgate drift --table [--level p] [--rows-min n] [file.jsonl]

In    {"id"?, "kind": "numeric" | "categorical", "baseline": [1, null, …], "current": […]}
Out   {"id", "ks": {"statistic", "p"}, "wasserstein", "psi", "js", "chi2": {"statistic", "p", "dof"},
       "nulls": {"baselineRate", "currentRate"}, "verdict": "drift" | "stable" | "cannot-tell", "score", "why"}
      A statistic that is undefined is null.

--table     the lines are the columns of one table: verdicts are corrected for their number (Benjamini–Hochberg), and come at the end
--columns   how many columns this one was picked from; its p counts so many times (default 1)
--level     error rate of a table, or of a column by itself (default ${driftBars.level})
--rows-min  rows on each side below which the verdict is cannot-tell (default ${driftBars.rowsMin})

Exit  0, 2 when something drifted, 1 when the input cannot be read.`,
  flags: { table: false, columns: true, level: true, 'rows-min': true },
  run,
}

const shape = z.object({
  id: z.unknown().optional(),
  kind: z.enum(['numeric', 'categorical'], 'is neither numeric nor categorical'),
  // The values are checked where they are counted: a million of them are read once.
  baseline: z.unknown().optional(),
  current: z.unknown().optional(),
})

async function run(input: CommandInput): Promise<number> {
  const { flags } = input
  const level = readNumber(flags.level, '--level', driftBars.level, (value) => value > 0 && value < 1)
  const columns = readNumber(flags.columns, '--columns', 1, (value) => Number.isInteger(value) && value >= 1)
  const rowsMin = readNumber(
    flags['rows-min'],
    '--rows-min',
    driftBars.rowsMin,
    (value) => Number.isInteger(value) && value >= driftBars.rowsMinLeast,
  )
  if (flags.table === true) return runTable(input, { level, rowsMin })
  const answer = (value: unknown): Answer => {
    const { head, weighed } = weigh(value, rowsMin)
    const judgement = judgeColumn(weighed, { level, adjustedP: Math.min(1, weighed.p * columns) })
    return { output: { ...head, ...reportColumn(weighed.measure, judgement) }, found: judgement.verdict === 'drift' }
  }
  return flags.batch === true ? runBatch(input, answer) : runOnce(input, answer)
}

/** Every line of the table, then its verdicts: only the measures of a column are kept, not its values. */
async function runTable(input: CommandInput, { level, rowsMin }: { level: number; rowsMin: number }): Promise<number> {
  const { stdout, stderr } = input.streams
  const lines: ({ head: object; weighed: WeighedMeasure } | { error: object })[] = []
  for (const file of filesOf(input)) {
    for await (const { line, text } of readLines(openBytes(file, input.streams), file)) {
      const place = { file: nameOf(file), line }
      let head = {}
      try {
        const value = parseJson(text, place)
        head = headOf(value)
        lines.push(withPlace(place, () => weigh(value, rowsMin)))
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        stderr.write(`${error.message}\n`)
        lines.push({ error: { ...head, error: error.message } })
      }
    }
  }
  const judgements = judgeTable(
    lines.flatMap((one) => ('weighed' in one ? [one.weighed] : [])),
    level,
  )
  let next = 0
  for (const one of lines) {
    const judgement = 'weighed' in one ? judgements[next++] : undefined
    const output =
      'weighed' in one && judgement !== undefined
        ? { ...one.head, ...reportColumn(one.weighed.measure, judgement) }
        : 'error' in one && one.error
    stdout.write(`${JSON.stringify(output)}\n`)
  }
  if (lines.some((one) => 'error' in one)) return 1
  return judgements.some(({ verdict }) => verdict === 'drift') ? 2 : 0
}

function weigh(value: unknown, rowsMin: number): { head: object; weighed: WeighedMeasure } {
  const { kind, baseline, current } = readShape(value, shape)
  return { head: headOf(value), weighed: weighMeasure(measureValues(kind, baseline, current), rowsMin) }
}

function headOf(value: unknown): object {
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {}
}

function readNumber(
  flag: string | boolean | undefined,
  name: string,
  fallback: number,
  isFit: (value: number) => boolean,
): number {
  if (flag === undefined) return fallback
  const value = Number(flag)
  if (!isFit(value)) throw new InputError(`${name} cannot be ${String(flag)}`)
  return value
}
