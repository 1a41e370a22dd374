import { chooseEdges, edgePoints } from '@/lib/capabilities/quality/domain/profile/choose-edges'
import { quantilePoints } from '@/lib/capabilities/quality/domain/profile/profile-request'
import { refineQuantiles } from '@/lib/capabilities/quality/domain/profile/refine-quantiles'
import { floatNumber } from '../dialects/sql-dialect'
import { type MeasuredColumn, numberOf } from './measured-column'
import { type ColumnDraft, type Measurement, measureInParts, readNumbers, requireDraft } from './measurement'
import { hasQuantiles, quantilesSql } from './statements'

const points = [...quantilePoints, ...edgePoints]

/** Quantiles of the sample, those of the profile and those that become edges. */
export async function measureQuantiles(measurement: Measurement, columns: readonly MeasuredColumn[]): Promise<void> {
  if (columns.length > 0) measurement.advance('quantiles')
  await measureInParts(measurement, columns, 100, async (part) => {
    const [row] = await measurement.run(quantilesSql(measurement.dialect, part, points, measurement.sources.sample))
    for (const { position } of part) {
      const draft = requireDraft(measurement, position)
      const values = readNumbers(row?.[`c${position}`])
      draft.sampledQuantiles = values
      draft.quantiles = toQuantiles(values, !measurement.isWhole)
    }
  })
}

/** Rows per bin, on the baseline's edges where given. Exact runs count all rows, and then read the quantiles out of a few bins. */
export async function measureHistograms(
  measurement: Measurement,
  edgesOf: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  const { dialect, sources, isExact } = measurement
  const columns = withQuantiles(measurement).map(({ column }) => column)
  if (columns.length === 0) return
  measurement.advance('histograms')
  const isSampled = !measurement.isWhole && !isExact
  // A sample costs a scan to draw; over all rows, codes of many columns at once outgrow the hash table.
  await measureInParts(measurement, columns, isSampled ? 50 : 25, async (part) => {
    const binned = part.map((column) => {
      const own = chooseEdges(
        requireDraft(measurement, column.position).sampledQuantiles?.slice(quantilePoints.length) ?? [],
      )
      return { number: numberOf(dialect, column), edges: edgesOf.get(column.name) ?? own }
    })
    const statement = dialect.binCounts(binned, isSampled ? sources.sample : sources.all)
    const counts = statement.read(await measurement.run(statement.sql))
    for (const [index, { position }] of part.entries()) {
      requireDraft(measurement, position).histogram = {
        edges: [...(binned[index]?.edges ?? [])],
        counts: counts[index] ?? [],
        isSampled,
      }
    }
  })
  if (isExact && !measurement.isWhole) await readExactQuantiles(measurement)
}

async function readExactQuantiles(measurement: Measurement): Promise<void> {
  measurement.advance('exact-quantiles')
  const { dialect, sources } = measurement
  const refined = new Map(
    withQuantiles(measurement).flatMap(({ column, histogram }) => {
      const found = histogram && refineQuantiles(histogram.counts, quantilePoints)
      return found && histogram ? [[column.position, { ...found, edges: histogram.edges }] as const] : []
    }),
  )
  const columns = withQuantiles(measurement).flatMap(({ column }) => (refined.has(column.position) ? [column] : []))
  await measureInParts(measurement, columns, Math.max(10, Math.ceil(columns.length / 2)), async (part) => {
    const parts = part.map((column) => {
      const { bins = [], shares = [], edges = [] } = refined.get(column.position) ?? {}
      const number = numberOf(dialect, column)
      const inBins = `CASE WHEN ${rangesOf(bins, edges, number)} THEN ${number} END`
      return `${dialect.quantiles(inBins, shares)} AS ${dialect.quote(`c${column.position}`)}`
    })
    const [row] = await measurement.run(`SELECT ${parts.join(',\n  ')}\nFROM ${sources.all}`)
    for (const { position } of part) {
      const values = readNumbers(row?.[`c${position}`])
      if (values === null) continue
      requireDraft(measurement, position).quantiles = toQuantiles(values, false)
    }
  })
}

/** Null for a column without values, and where one is not finite: such a column is taken again from its finite values. */
function toQuantiles(values: readonly number[] | null, isSampled: boolean): ColumnDraft['quantiles'] {
  const points = quantilePoints.flatMap((point, index): [number, number][] => {
    const value = values?.[index]
    return value !== undefined && Number.isFinite(value) ? [[point, value]] : []
  })
  return points.length === quantilePoints.length ? { points, isSampled } : null
}

/** The condition of lying in one of some bins; neighbouring bins are one range. */
function rangesOf(bins: readonly number[], edges: readonly number[], number: string): string {
  const ranges: { first: number; last: number }[] = []
  for (const bin of bins) {
    const last = ranges.at(-1)
    if (last && last.last === bin - 1) last.last = bin
    else ranges.push({ first: bin, last: bin })
  }
  const conditions = ranges.map(({ first, last }) => {
    const [from, to] = [edges[first - 1], edges[last]]
    const parts = [
      from === undefined ? null : `${number} >= ${floatNumber(from)}`,
      to === undefined ? null : `${number} < ${floatNumber(to)}`,
    ]
    return parts.filter((part) => part !== null).join(' AND ') || `${number} IS NOT NULL`
  })
  return conditions.map((condition) => `(${condition})`).join(' OR ')
}

function withQuantiles({ drafts }: Measurement): ColumnDraft[] {
  return [...drafts.values()].filter(
    ({ column, sampledQuantiles }) => hasQuantiles(column) && sampledQuantiles !== null,
  )
}
