import { deriveSeverity } from '@/lib/control-loop/diff/domain/derive-severity'
import { diffSplit } from '@/lib/control-loop/diff/domain/diff-split'
import { diffTrees } from '@/lib/control-loop/diff/domain/diff-trees'
import { suggestRenames } from '@/lib/control-loop/diff/domain/renames/suggest-renames'
import { severityContextOf } from '@/lib/control-loop/diff/domain/severity-context'
import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type SplitTree, splitTree } from '@/lib/control-loop/snapshot/domain/split-tree'
import { changeScattered, makeLargeTree } from './make-large-tree'

/**
 * How the cost of a diff grows: from stored fingerprints, by walking both trees, and from scratch (fingerprint both, then compare). All
 * figures of one run come from one process; the ratios travel between machines, the milliseconds do not.
 */
const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [12_500, 50_000, 200_000]) measure(size, 0.01)

function measure(columns: number, share: number): void {
  const base = makeLargeTree(columns)
  const revision = changeScattered(base, share)
  const [stored, observed] = [splitTree(base), splitTree(revision)]
  const load = loaderOf(stored, observed)
  const changes = diffTrees(base, revision)
  const walk = medianMs(() => diffTrees(base, revision))
  const fingerprints = medianMs(() => diffSplit(stored, observed, load))
  const unchanged = medianMs(() => diffSplit(stored, stored, load))
  const whole = medianMs(() => {
    const found = diffSplit(stored, observed, load)
    for (const change of found) deriveSeverity(change, severityContextOf(change, base, revision))
    suggestRenames(found, { decisions: [] })
  })
  const scratch = medianMs(() => {
    const [one, other] = [splitTree(base), splitTree(revision)]
    diffSplit(one, other, loaderOf(one, other))
  })
  const ratio = (ms: number) => `${(ms / fingerprints).toFixed(1)}×`
  console.log(`${columns.toLocaleString('en')} columns, ${stored.tables.length} tables, ${changes.length} changes`)
  console.table({
    'from fingerprints, nothing changed': { ms: unchanged.toFixed(1), ratio: ratio(unchanged) },
    'from fingerprints': { ms: fingerprints.toFixed(1), ratio: '1.0×' },
    'with severities and renames': { ms: whole.toFixed(1), ratio: ratio(whole) },
    'walking both trees': { ms: walk.toFixed(1), ratio: ratio(walk) },
    'from scratch': { ms: scratch.toFixed(1), ratio: ratio(scratch) },
  })
}

function loaderOf(one: SplitTree, other: SplitTree): (hash: string) => TableState {
  const bodies = new Map([...one.tables, ...other.tables].map(({ hash, body }) => [hash, body]))
  return (hash) => {
    const body = bodies.get(hash)
    if (body === undefined) throw new Error(`No table body is stored under ${hash}`)
    return body
  }
}

/** Median of seven runs after two that warm up. */
function medianMs(run: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const started = performance.now()
    run()
    if (round >= 2) times.push(performance.now() - started)
  }
  return times.sort((one, other) => one - other)[3] ?? 0
}
