import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { measureValues, reportColumn } from '@/lib/capabilities/drift/domain/column/compare-values'
import { judgeColumn } from '@/lib/capabilities/drift/domain/column/judge-column'
import { weighMeasure } from '@/lib/capabilities/drift/domain/column/weigh-measure'
import { shownRate } from './measure-study'

/**
 * Scores the drift tools on the labelled samples in the folder `DRIFT_EVALS` names (vectors.jsonl, study.jsonl and gen.mjs, which makes the values).
 * `--predictions <folder>` writes the predictions for the samples' own scorer too. Columns are judged by themselves, as on the command line.
 */
const folder = process.env.DRIFT_EVALS ?? ''
if (folder === '') throw new Error('DRIFT_EVALS must name the folder with the labelled samples of drift')
const at = process.argv.indexOf('--predictions')
const target = at === -1 ? undefined : process.argv[at + 1]

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(['numeric', 'categorical']),
  label: z.enum(['null', 'shift']).optional(),
  effect: z.string().optional(),
  baseline: z.unknown(),
  current: z.unknown(),
  reference: z
    .object({
      ks: z.object({ statistic: z.number() }).optional(),
      wasserstein: z.number().optional(),
      psi: z.record(z.string(), z.unknown()).optional(),
      chi2: z.object({ statistic: z.number(), p: z.number() }).optional(),
      jensenShannon: z.object({ distanceBase2: z.number() }).optional(),
      jensenShannonOnPsiBins: z.object({ distanceBase2: z.number() }).optional(),
    })
    .nullish(),
})
const generator: unknown = await import(pathToFileURL(join(resolve(folder), 'gen.mjs')).href)
const { materialize } = z
  .object({ materialize: z.custom<(spec: unknown) => unknown[]>((value) => typeof value === 'function') })
  .parse(generator)

const vectors = readRows('vectors')
print(
  'vectors: largest difference from the reference',
  Object.entries({
    ks: differences(({ ks }, reference) => [ks.statistic, reference.ks?.statistic]),
    wasserstein: differences(({ wasserstein }, reference) => [wasserstein, reference.wasserstein]),
    psi: differences(({ psi }, { psi: wanted }) => [psi, wanted?.['quantile10_floor1e-4'] ?? wanted?.['floor1e-4']]),
    js: differences(({ js }, { jensenShannon, jensenShannonOnPsiBins }) => [
      js,
      (jensenShannon ?? jensenShannonOnPsiBins)?.distanceBase2,
    ]),
    'chi2 statistic': differences(({ chi2 }, reference) => [chi2.statistic, reference.chi2?.statistic]),
    'chi2 p': differences(({ chi2 }, reference) => [chi2.p, reference.chi2?.p]),
  }).map(([measure, found]) => ({
    measure,
    vectors: found.length,
    'largest difference': Math.max(0, ...found).toExponential(1),
  })),
)

const study = readRows('study').map((row) => ({ ...row, isLarge: Math.min(...row.sizes) >= 500 }))
const groups = {
  'all rows': study,
  '500 values a side and more': study.filter(({ isLarge }) => isLarge),
  below: study.filter(({ isLarge }) => !isLarge),
}
print(
  'study: pairs judged by themselves (%, 95 % interval)',
  Object.entries(groups).map(([name, rows]) => {
    const [still, moved] = [rows.filter(({ label }) => label === 'null'), rows.filter(({ label }) => label === 'shift')]
    const share = (of: typeof rows, isSo: (row: (typeof rows)[number]) => boolean) =>
      shownRate(of.filter(isSo).length, Math.max(1, of.length))
    return {
      pairs: name,
      'false alarms': share(still, ({ drift }) => drift.verdict === 'drift'),
      found: share(moved, ({ drift }) => drift.verdict === 'drift'),
      'cannot tell': share(rows, ({ drift }) => drift.verdict === 'cannot-tell'),
      'score 1 or more of the still': share(still, ({ drift }) => (drift.score ?? 0) >= 1),
      'score 1 or more of the moved': share(moved, ({ drift }) => (drift.score ?? 0) >= 1),
    }
  }),
)
if (target !== undefined) {
  writeLines(
    'vectors',
    vectors.map(({ id, drift }) => ({ id, ...drift })),
  )
  writeLines(
    'study',
    study.map(({ id, drift }) => ({ id, drift: drift.verdict === 'drift', score: drift.score })),
  )
}

function readRows(name: string) {
  const text = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return []
    const row = rowSchema.parse(JSON.parse(line))
    const [baseline, current] = [materialize(row.baseline), materialize(row.current)]
    const weighed = weighMeasure(measureValues(row.kind, baseline, current))
    const drift = reportColumn(weighed.measure, judgeColumn(weighed))
    return [{ ...row, sizes: [baseline.length, current.length], drift }]
  })
}

type Row = ReturnType<typeof readRows>[number]

function differences(
  pick: (found: Row['drift'], reference: NonNullable<Row['reference']>) => [unknown, unknown],
): number[] {
  return vectors.flatMap(({ drift, reference }) => {
    const [found, wanted] = reference == null ? [null, null] : pick(drift, reference)
    return typeof found === 'number' && typeof wanted === 'number' ? [Math.abs(found - wanted)] : []
  })
}

function writeLines(name: string, rows: readonly object[]): void {
  writeFileSync(join(target ?? '', `${name}.jsonl`), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)
}

function print(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`)
  console.table(rows)
}
