export type MeasurePoint = { at: string; value: number | null }
export type MeasureMark = { at: string; label: string; title: string; href: string }
export type MeasureByDay = {
  points: { atMs: number; value: number | null }[]
  marks: { atMs: number; label: string; title: string }[]
  /** Where the vertical axis ends. */
  top: number
  ticksMs: number[]
  summary: string
}

/** A column's figure over time with what was applied. A measurement without the figure is a gap, never a zero. */
export function prepareMeasureByDay(
  points: readonly MeasurePoint[],
  marks: readonly MeasureMark[],
  words: { name: string; watch: number; over: number },
): MeasureByDay {
  const drawn = points.map(({ at, value }) => ({ atMs: Date.parse(at), value }))
  const known = drawn.flatMap(({ value }) => (value === null ? [] : [value]))
  const [firstMs, lastMs] = [drawn[0]?.atMs ?? 0, drawn.at(-1)?.atMs ?? 0]
  const top = Math.max(words.over * 1.5, ...known.map((value) => value * 1.1))
  const overs = known.filter((value) => value >= words.over).length
  const count = known.length === 1 ? '1 measurement' : `${known.length} measurements`
  return {
    points: drawn,
    marks: marks
      .map(({ at, label, title }) => ({ atMs: Date.parse(at), label, title }))
      .filter(({ atMs }) => atMs >= firstMs && atMs <= lastMs),
    top: Number(top.toPrecision(2)),
    ticksMs: firstMs === lastMs ? [firstMs] : [firstMs, (firstMs + lastMs) / 2, lastMs],
    summary:
      known.length === 0
        ? `No measurement has a ${words.name}.`
        : `${words.name} of ${count}, last ${known.at(-1)?.toFixed(2)}, ${overs} at ${words.over} or more`,
  }
}
