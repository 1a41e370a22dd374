import { judgeRowCount } from '@/lib/capabilities/drift/domain/history/judge-row-count'
import { seasonOf } from '@/lib/capabilities/drift/domain/history/season-of'
import { normalQuantile } from '@/lib/capabilities/drift/domain/numerics/normal-distribution'
import { makeRandom } from '@/lib/capabilities/drift/domain/testing/random-draws'

const dayMs = 86_400_000
const start = Date.UTC(2026, 0, 1, 6)

/** How so many tables over seven months are judged, from the seventieth day on: as they are, and with a part of a day's rows lost. */
export function measureSeasons(tables: number): Record<string, string | number>[] {
  const seen = new Map<string, { days: number; anomaly: number; untold: number; lost: number; doubled: number }>()
  for (let table = 0; table < tables; table += 1) {
    const random = makeRandom(401 + table)
    const days = Array.from({ length: 210 }, (_, day) => {
      const atMs = start + day * dayMs
      const { weekday, monthEdge } = seasonOf(atMs)
      const season = (weekday === 0 || weekday === 6 ? 0.4 : 1) * (monthEdge === -1 ? 4 : 1)
      return { atMs, value: Math.round(20_000 * season * Math.exp(0.08 * normalQuantile(random()) + day / 700)) }
    })
    for (let at = 70; at < days.length; at += 1) {
      const latest = days[at]
      if (latest === undefined) continue
      const { weekday, monthEdge } = seasonOf(latest.atMs)
      const name = monthEdge === -1 ? 'last of a month' : weekday === 0 || weekday === 6 ? 'weekend' : 'other'
      const found = seen.get(name) ?? { days: 0, anomaly: 0, untold: 0, lost: 0, doubled: 0 }
      const past = days.slice(0, at)
      const verdictOf = (factor: number) => judgeRowCount(past, { ...latest, value: latest.value * factor }).verdict
      const verdict = verdictOf(1)
      found.days += 1
      if (verdict === 'anomaly') found.anomaly += 1
      if (verdict === 'cannot-tell') found.untold += 1
      if (verdictOf(0.5) === 'anomaly') found.lost += 1
      if (verdictOf(2) === 'anomaly') found.doubled += 1
      seen.set(name, found)
    }
  }
  return [...seen].map(([name, { days, anomaly, untold, lost, doubled }]) => ({
    day: name,
    days,
    'false alarms': anomaly,
    'cannot tell': untold,
    'half lost, found %': ((100 * lost) / days).toFixed(1),
    'doubled, found %': ((100 * doubled) / days).toFixed(1),
  }))
}
