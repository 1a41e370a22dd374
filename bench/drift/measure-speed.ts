import { measureHistograms } from '@/lib/capabilities/drift/domain/column/measure-histograms'
import { measureNumericSamples } from '@/lib/capabilities/drift/domain/column/measure-samples'
import { normalQuantile } from '@/lib/capabilities/drift/domain/numerics/normal-distribution'
import { ksTest } from '@/lib/capabilities/drift/domain/statistics/ks-test'
import { makeRandom } from '@/lib/capabilities/drift/domain/testing/random-draws'

/** What one numeric column costs of so many values a side, beside sorting the same values, which any such comparison begins with. */
export function measureSpeed(values: number): Record<string, string | number> {
  const random = makeRandom(501)
  const draw = (shift: number) => Float64Array.from({ length: values }, () => normalQuantile(random()) + shift)
  const [baseline, current] = [draw(0), draw(0.05)]
  const sort = medianMs(() => {
    baseline.slice().sort()
    current.slice().sort()
  })
  const sides = {
    one: { sorted: baseline.slice().sort(), nulls: 0 },
    other: { sorted: current.slice().sort(), nulls: 0 },
  }
  const all = medianMs(() => measureNumericSamples(sides.one, sides.other))
  const ks = medianMs(() => ksTest(sides.one.sorted, sides.other.sorted))
  const edges = Array.from({ length: 51 }, (_, at) => -4 + (8 * at) / 50)
  const binned = (sorted: Float64Array) => {
    const counts = edges.slice(1).map(() => 0)
    let [below, above] = [0, 0]
    for (const value of sorted) {
      const at = Math.floor(((value + 4) / 8) * 50)
      if (at < 0) below += 1
      else if (at >= 50) above += 1
      else counts[at] = (counts[at] ?? 0) + 1
    }
    const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
    return { edges, counts, below, above, min, max, nulls: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 }
  }
  const [one, other] = [binned(sides.one.sorted), binned(sides.other.sorted)]
  const bins = medianMs(() => measureHistograms(one, other))
  return {
    'values a side': values.toLocaleString('en'),
    'sort, ms': sort.toFixed(1),
    'every statistic, ms': all.toFixed(1),
    'KS with its p, ms': ks.toFixed(1),
    'every statistic of 50 bins, ms': bins.toFixed(3),
    'statistics over sort': `${(all / sort).toFixed(2)}×`,
  }
}

function medianMs(run: () => unknown): number {
  for (let warmUp = 0; warmUp < 5; warmUp += 1) run()
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  }).sort((one, other) => one - other)
  return times[2] ?? 0
}
