import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deriveSeverity } from '@/lib/control-loop/diff/domain/derive-severity'
import { diffSplit } from '@/lib/control-loop/diff/domain/diff-split'
import { diffTrees } from '@/lib/control-loop/diff/domain/diff-trees'
import { suggestRenames } from '@/lib/control-loop/diff/domain/renames/suggest-renames'
import { severityContextOf } from '@/lib/control-loop/diff/domain/severity-context'
import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type SplitTree, splitTree } from '@/lib/control-loop/snapshot/domain/split-tree'
import { changeScattered, makeLargeTree } from './make-large-tree'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/**
 * The cost of one diff of two trees of so many columns: from stored fingerprints, with severities and rename suggestions, by walking both trees,
 * and from scratch (fingerprint both, then compare); and what the comparison needs of memory beside its two inputs.
 */
export function measureDiff(columns: number, share: number): Record<string, string | number> {
  const before = usedMemory()
  const base = makeLargeTree(columns)
  const revision = changeScattered(base, share)
  const input = usedMemory() - before
  const [stored, observed] = [splitTree(base), splitTree(revision)]
  const load = loaderOf(stored, observed)
  const rounds = columns > 200_000 ? 5 : 11
  const fingerprints = times(rounds, () => diffSplit(stored, observed, load))
  const held = usedMemory()
  const changes = diffSplit(stored, observed, load)
  // Without collecting in between: what the comparison really took, not what it kept.
  const peak = process.memoryUsage().heapUsed - held + input
  const whole = times(rounds, () => {
    const found = diffSplit(stored, observed, load)
    for (const change of found) deriveSeverity(change, severityContextOf(change, base, revision))
    suggestRenames(found, { decisions: [] })
  })
  const scratchRounds = columns > 200_000 ? 2 : 5
  return {
    columns: columns.toLocaleString('en'),
    changes: changes.length,
    'nothing changed': shown(times(rounds, () => diffSplit(stored, stored, load))),
    'from fingerprints': shown(fingerprints),
    'with severities and renames': shown(whole),
    'walking both trees': shown(times(scratchRounds, () => diffTrees(base, revision))),
    'from scratch': shown(
      times(scratchRounds, () => {
        const [one, other] = [splitTree(base), splitTree(revision)]
        diffSplit(one, other, loaderOf(one, other))
      }),
    ),
    'peak of input': `${(peak / input).toFixed(2)}×`,
  }
}

function usedMemory(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

function loaderOf(one: SplitTree, other: SplitTree): (hash: string) => TableState {
  const bodies = new Map([...one.tables, ...other.tables].map(({ hash, body }) => [hash, body]))
  return (hash) => {
    const body = bodies.get(hash)
    if (body === undefined) throw new Error(`No table body is stored under ${hash}`)
    return body
  }
}

/** Best and median of so many runs after one that warms up. The best is what the code costs, the median what a busy machine makes of it. */
function times(rounds: number, run: () => unknown): { best: number; median: number } {
  run()
  const found = Array.from({ length: rounds }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  }).sort((one, other) => one - other)
  return { best: found[0] ?? 0, median: found[Math.floor(found.length / 2)] ?? 0 }
}

const shown = ({ best, median }: { best: number; median: number }) => `${best.toFixed(1)} / ${median.toFixed(1)}`
