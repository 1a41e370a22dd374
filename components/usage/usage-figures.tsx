import type { ReactNode } from 'react'
import { monthEnd } from '@/components/charts/prepare-spend-by-day'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { prepareBudgetBar } from '@/components/ui/prepare-budget-bar'
import type { Usage } from '@/lib/capabilities/model/contract'
import { shareOf, type UsageHead } from './prepare-usage'

export type UsageFiguresProps = {
  month: Usage['total']['month']
  head: UsageHead
  /** The month at its present average; null while that cannot be said. */
  forecastMicros: number | null
  now: Date
}

const monthName = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long' })
const fills = { well: 'bg-ink-2', watch: 'bg-level-3', over: 'bg-level-4' } as const

/** The budget with what is reserved for calls in flight, and four numbers with their n. */
export function UsageFigures({ month, head, forecastMicros, now }: UsageFiguresProps) {
  return (
    <div className="grid shrink-0 grid-cols-2 border-b border-line lg:grid-cols-[2.1fr_1fr_1fr_1fr_1.1fr] [&>*]:min-w-0 [&>*]:border-line max-lg:[&>*]:border-t max-lg:[&>*:first-child]:border-t-0 lg:[&>*+*]:border-s">
      <Budget month={month} forecastMicros={forecastMicros} now={now} />
      <Headline
        label="Per accepted proposal"
        value={head.perAcceptedMicros === null ? 'none yet' : formatMoney(head.perAcceptedMicros)}
        note="of tasks that draft"
      />
      <Headline
        label="Accepted"
        value={shareOf(head.accepted, head.decided)}
        note={`${formatCount(head.accepted)} of ${formatCount(head.decided)} decided`}
      />
      <Headline
        label="Later reverted"
        value={shareOf(head.reverted, head.accepted)}
        note={`${formatCount(head.reverted)} of ${formatCount(head.accepted)} accepted`}
      />
      <Headline
        label="Refused by the checker"
        value={shareOf(head.refused, head.calls)}
        note={`${formatCount(head.refused)} of ${formatCount(head.calls)} calls`}
      />
    </div>
  )
}

function Headline({ label, value, note }: { label: string; value: string; note: ReactNode }) {
  return (
    <div className="px-4 pt-2.5 pb-3">
      <span className="block text-xs text-ink-2">{label}</span>
      <b className="block text-xl font-semibold tracking-[-0.02em]">{value}</b>
      <span className="block text-xs text-ink-2">{note}</span>
    </div>
  )
}

function Budget({ month, forecastMicros, now }: Pick<UsageFiguresProps, 'month' | 'forecastMicros' | 'now'>) {
  const { spentMicros, reservedMicros, capMicros } = month
  const label = `Spent of the ${monthName.format(now)} budget`
  const today = now.toISOString().slice(0, 10)
  const bar = prepareBudgetBar({
    spent: spentMicros,
    reserved: reservedMicros,
    limit: capMicros ?? 0,
    forecast: forecastMicros,
  })
  return (
    <div className="px-5 pt-2.5 pb-3 max-lg:col-span-2">
      <span className="block text-xs text-ink-2">{label}</span>
      <p className="text-ink-2">
        <b className="text-xl font-semibold tracking-[-0.02em] text-ink">{formatMoney(spentMicros)}</b>{' '}
        {capMicros !== null && <>of {formatMoney(capMicros)}</>}
        {reservedMicros > 0 && (
          <>
            , and <b className="font-medium text-ink">{formatMoney(reservedMicros)} reserved</b> for calls in flight
          </>
        )}
      </p>
      {capMicros !== null && (
        <>
          <meter
            aria-label={label}
            min={0}
            max={capMicros}
            value={Math.min(spentMicros, capMicros)}
            className="sr-only"
          />
          <div aria-hidden="true" className="relative my-1 flex h-1.5 overflow-hidden rounded-full bg-surface-3">
            <span className={`motion-level h-full ${fills[bar.level]}`} style={{ width: `${bar.spentPercent}%` }} />
            <span className="motion-level h-full bg-line-control" style={{ width: `${bar.reservedPercent}%` }} />
            {bar.forecastPercent !== null && (
              <span
                className="absolute inset-y-0 w-px bg-ink"
                style={{ insetInlineStart: `${bar.forecastPercent}%` }}
              />
            )}
          </div>
        </>
      )}
      <p className="flex flex-wrap justify-between gap-x-3 text-xs text-ink-2">
        <span>
          day {now.getUTCDate()} of {monthEnd(today).slice(8)}
        </span>
        {forecastMicros !== null && (
          <span className={bar.level === 'watch' ? 'font-medium text-warn-ink' : undefined}>
            forecast {formatMoney(forecastMicros)}
          </span>
        )}
      </p>
    </div>
  )
}
