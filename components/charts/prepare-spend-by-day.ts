import { formatMoney } from '@/components/ui/format-money'
import { formatDay } from '@/components/ui/format-time'

/** Money is in millionths of a US dollar; days are UTC, `2026-11-12`. */
export type SpendOfDay = { day: string; tasks: Readonly<Record<string, number>> }

/** One stacked part: a task with its colour, in the order of the stack. */
export type SpendPart = { key: string; word: string; fill: string }

export type SpendInput = {
  /** Days with spend, in any order; those outside are left out. */
  days: readonly SpendOfDay[]
  today: string
  /** First and last day drawn. Days after today are forecast. */
  from: string
  to: string
  /** Of the month that today is in. */
  monthBudgetMicros: number | null
}

export type SpendBar = {
  day: string
  label: string
  tasks: Readonly<Record<string, number>>
  total: number
  /** What the day would cost at the month's average; null for days that are over or running. */
  forecast: number | null
}

export type SpendByDay = {
  bars: SpendBar[]
  spentMicros: number
  /** All days at the present average; null before enough days are over, and when all are. */
  forecastMicros: number | null
  /** What a day may cost to end at the budget; null without one. */
  evenMicros: number | null
  /** Of the money axis in millionths, zero first; the last is where it ends. */
  ticks: number[]
  summary: string
}

/** Fewer finished days than this say nothing about the rest of a month. */
const forecastDaysLeast = 3
const axisLeastMicros = 10_000

/** Spend by day in; a bar for each day, the even-spend line, the forecast of the rest and one sentence out. */
export function prepareSpendByDay({ days, today, from, to, monthBudgetMicros }: SpendInput): SpendByDay {
  const known = new Map(days.map((day) => [day.day, day.tasks]))
  const names = daysBetween(from, to)
  const spent = (day: string) => Object.values(known.get(day) ?? {}).reduce((sum, micros) => sum + micros, 0)
  const spentMicros = names.reduce((sum, day) => sum + spent(day), 0)
  const finished = names.filter((day) => day < today)
  const ahead = names.filter((day) => day > today)
  const average = finished.reduce((sum, day) => sum + spent(day), 0) / Math.max(1, finished.length)
  const hasForecast = finished.length >= forecastDaysLeast && ahead.length > 0 && average > 0
  const bars = names.map((day) => ({
    day,
    label: formatDay(`${day}T00:00:00Z`, `${today}T00:00:00Z`).replace(/^\S+ /, ''),
    tasks: known.get(day) ?? {},
    total: spent(day),
    forecast: hasForecast && day > today ? average : null,
  }))
  const evenMicros = monthBudgetMicros === null ? null : monthBudgetMicros / Number(monthEnd(today).slice(8))
  const highest = Math.max(axisLeastMicros, ...bars.map((bar) => Math.max(bar.total, bar.forecast ?? 0)))
  const forecastMicros = hasForecast ? Math.round(spentMicros + average * ahead.length) : null
  return {
    bars,
    spentMicros,
    forecastMicros,
    evenMicros,
    ticks: ticksTo(evenMicros !== null && evenMicros < highest * 4 ? Math.max(highest, evenMicros) : highest),
    summary: summarise(bars, spentMicros, forecastMicros),
  }
}

function summarise(bars: readonly SpendBar[], spentMicros: number, forecastMicros: number | null): string {
  if (spentMicros === 0) return 'Nothing was spent in these days.'
  const dearest = bars.reduce((most, bar) => (bar.total > most.total ? bar : most))
  const used = bars.filter((bar) => bar.total > 0).length
  const most = `most on ${dearest.label}: ${formatMoney(dearest.total)}`
  const rest = forecastMicros === null ? '' : ` At this average it ends at ${formatMoney(forecastMicros)}.`
  return `${formatMoney(spentMicros)} on ${used === 1 ? 'one day' : `${used} days`}, ${most}.${rest}`
}

const ticksMax = 5

/** Round amounts from zero to at least the highest, at most six. */
function ticksTo(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest / ticksMax))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => highest / size <= ticksMax) ?? highest
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => Math.round(index * step))
}

/** A UTC day in, the last day of its month out. */
export function monthEnd(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
}

const dayMs = 86_400_000

function daysBetween(from: string, to: string): string[] {
  const first = Date.parse(`${from}T00:00:00Z`)
  const count = Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs)) + 1
  return Array.from({ length: count }, (_, index) => isoDay(first + index * dayMs))
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)
