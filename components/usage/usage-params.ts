import { parseAsStringLiteral } from 'nuqs'
import { monthEnd } from '@/components/charts/prepare-spend-by-day'
import { meteredTasks } from '@/lib/capabilities/model/domain/task'

export const usagePeriods = ['month', '7d', '30d', '90d'] as const
export type UsagePeriod = (typeof usagePeriods)[number]

/** The page's state, whole, in the address. */
export const usageParams = {
  period: parseAsStringLiteral(usagePeriods).withDefault('month'),
  task: parseAsStringLiteral(meteredTasks),
}

/** How many days back a period asks for, today among them, and which days its chart draws. UTC. */
export function daysOfPeriod(period: UsagePeriod, now: Date): { days: number; from: string; to: string } {
  const today = now.toISOString().slice(0, 10)
  if (period === 'month') return { days: now.getUTCDate(), from: `${today.slice(0, 7)}-01`, to: monthEnd(today) }
  const days = Number.parseInt(period, 10)
  const from = new Date(now.getTime() - (days - 1) * 86_400_000).toISOString().slice(0, 10)
  return { days, from, to: today }
}
