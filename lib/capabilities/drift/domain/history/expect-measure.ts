import { type Season, seasonOf } from './season-of'

/** One past observation: a number of rows, or minutes between two arrivals. Never below zero. */
export interface PastMeasure {
  atMs: number
  value: number
}

export interface Expectation {
  outcome: 'expected'
  value: number
  /** Bounds beyond which a value is an anomaly. */
  low: number
  high: number
  /** Robust deviation of the logarithm, of the history about its seasons and of their estimates. */
  deviation: number
  /** Past observations behind it. */
  observations: number
}

export interface NoExpectation {
  outcome: 'cannot-tell'
  why: string
}

/** What it takes to expect anything, and to call a value an anomaly. */
export const historyBars = {
  observationsMin: 14,
  /** Times a weekday, and a day at the edge of a month, must have been seen before it is judged. */
  weekdayMin: 2,
  monthEdgeMin: 2,
  deviationsMax: 4.5,
  /** A value within this factor of the expected one is never an anomaly, however regular the history. */
  factorMin: 1.25,
} as const

/**
 * What a table usually brings at an instant, from its history. On the logarithm: a level (the median of the latest four weeks, seasons taken out) plus
 * effects of the weekday, the hour and the days at the edges of a month, each a median of residuals drawn towards zero by what chance alone
 * would make of it, found by going over them in turn. The deviation is the median absolute one of what is left, never below what counting alone gives.
 * Only observations before the instant are looked at. Cannot tell with too little history, or for a weekday or day of the month not seen before.
 */
export function expectMeasure(
  history: readonly PastMeasure[],
  atMs: number,
  utcOffsetMinutes = 0,
): Expectation | NoExpectation {
  const past = history
    .filter((one) => one.atMs < atMs && one.value >= 0 && Number.isFinite(one.value))
    .sort((one, other) => one.atMs - other.atMs)
    .map((one) => ({ ...one, log: Math.log1p(one.value), season: seasonOf(one.atMs, utcOffsetMinutes) }))
  if (past.length < historyBars.observationsMin)
    return {
      outcome: 'cannot-tell',
      why: `${past.length} past observations are too few: it takes ${historyBars.observationsMin}`,
    }
  const now = seasonOf(atMs, utcOffsetMinutes)
  const unseen = findUnseen(past, now)
  if (unseen !== null) return { outcome: 'cannot-tell', why: unseen }
  const { level, effects, residuals, freedom } = fitSeasons(past)
  const log = seasonKinds.reduce((sum, kind) => sum + effectAt(effects, kind, now), level)
  const value = Math.max(0, Math.expm1(log))
  const scatter = Math.max(1.4826 * freedom * median(residuals.map(Math.abs)), 1 / Math.sqrt(value + 1), 0.02)
  const uncertain = seasonKinds.reduce((sum, kind) => {
    const count = effects[kind].get(keyOf(kind, now))?.count ?? 0
    return count === 0 ? sum : sum + 1 / count
  }, 1 / past.length)
  const deviation = scatter * Math.sqrt(1 + (Math.PI / 2) * uncertain)
  const reach = Math.max(historyBars.deviationsMax * deviation, Math.log(historyBars.factorMin))
  return {
    outcome: 'expected',
    value,
    low: Math.max(0, Math.expm1(log - reach)),
    high: Math.expm1(log + reach),
    deviation,
    observations: past.length,
  }
}

const seasonKinds = ['weekday', 'hour', 'monthEdge'] as const
type SeasonKind = (typeof seasonKinds)[number]
type Effects = Record<SeasonKind, Map<number | null, { effect: number; count: number }>>
interface Observed {
  atMs: number
  log: number
  season: Season
}

const keyOf = (kind: SeasonKind, season: Season): number | null => season[kind]

function effectAt(effects: Effects, kind: SeasonKind, season: Season): number {
  return effects[kind].get(keyOf(kind, season))?.effect ?? 0
}

function findUnseen(past: readonly Observed[], now: Season): string | null {
  const isAlike = (season: Season) => season.weekday === now.weekday
  const days = new Set(past.filter(({ season }) => isAlike(season)).map(({ atMs }) => Math.floor(atMs / 86_400_000)))
  if (days.size < historyBars.weekdayMin) return 'This weekday was seen too seldom to know what is usual on it'
  if (now.monthEdge === null) return null
  const edges = new Set(
    past.filter(({ season }) => season.monthEdge === now.monthEdge).map(({ atMs }) => Math.floor(atMs / 86_400_000)),
  )
  return edges.size < historyBars.monthEdgeMin
    ? 'Too few turns of the month were seen to know what is usual at one'
    : null
}

function fitSeasons(past: readonly Observed[]) {
  const effects: Effects = { weekday: new Map(), hour: new Map(), monthEdge: new Map() }
  const without = (one: Observed, except: SeasonKind | null) =>
    seasonKinds.reduce((rest, kind) => (kind === except ? rest : rest - effectAt(effects, kind, one.season)), one.log)
  const flatten = () => past.map((one) => ({ atMs: one.atMs, log: without(one, null) }))
  // The level drifts with a business: season effects are read against the level of their own weeks.
  let flat = flatten()
  let levels = past.map(always(median(flat.map(({ log }) => log))))
  for (let round = 0; round < rounds; round += 1) {
    const scatter = 1.4826 * median(flat.map(({ log }, at) => Math.abs(log - (levels[at] ?? 0))))
    for (const kind of seasonKinds) {
      const residuals = new Map<number | null, number[]>()
      past.forEach((one, at) => {
        const key = keyOf(kind, one.season)
        if (kind === 'monthEdge' && key === null) return
        const residual = without(one, kind) - (levels[at] ?? 0)
        const found = residuals.get(key)
        if (found === undefined) residuals.set(key, [residual])
        else found.push(residual)
      })
      effects[kind] = new Map(
        [...residuals].map(([key, found]) => [
          key,
          { effect: shrink(median(found), scatter, found.length), count: found.length },
        ]),
      )
    }
    flat = flatten()
    levels = rollingMedians(flat)
  }
  const last = past.at(-1)?.atMs ?? 0
  const latest = flat.filter(({ atMs }) => atMs > last - 2 * windowMs).map(({ log }) => log)
  const residuals = flat.map(({ log }, at) => log - (levels[at] ?? 0))
  // What was fitted took some of the scatter with it: each effect that stayed counts as one, each four weeks' level as a median's π / 2.
  const weeks = ((last - (past[0]?.atMs ?? last)) / windowMs / 2) * (Math.PI / 2)
  const stayed = seasonKinds.flatMap((kind) => [...effects[kind].values()]).filter(({ effect }) => effect !== 0).length
  const fitted = Math.min(past.length / 2, weeks + stayed)
  return { level: median(latest), effects, residuals, freedom: Math.sqrt(past.length / (past.length - fitted)) }
}

const rounds = 3
const windowMs = 14 * 86_400_000
/** Of so many neighbours at most a level is taken, which is enough for a median. */
const neighboursMax = 60

const always = (value: number) => () => value

/** An effect drawn towards zero by what chance makes of so many residuals (James and Stein): a small one vanishes, a large one stays. */
function shrink(effect: number, scatter: number, count: number): number {
  const chance = (scatter * scatter) / count
  return effect * Math.max(0, 1 - chance / Math.max(effect * effect, Number.MIN_VALUE))
}

/** The median of what lies within two weeks on each side of each observation. */
function rollingMedians(flat: readonly { atMs: number; log: number }[]): number[] {
  let [from, to] = [0, 0]
  return flat.map(({ atMs }) => {
    while ((flat[from]?.atMs ?? atMs) < atMs - windowMs) from += 1
    while (to < flat.length && (flat[to]?.atMs ?? 0) <= atMs + windowMs) to += 1
    const step = Math.max(1, Math.floor((to - from) / neighboursMax))
    const near: number[] = []
    for (let at = from; at < to; at += step) near.push(flat[at]?.log ?? 0)
    return median(near)
  })
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}
