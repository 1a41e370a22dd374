import { BudgetBar } from '@/components/ui/budget-bar'
import { Dot } from '@/components/ui/dot'
import { formatCount } from '@/components/ui/format-count'
import { formatClockSeconds } from '@/components/ui/format-time'

export type NavFootProps = {
  /** Calls to Fivetran in the running hour; null before an account is connected. */
  calls: { used: number; limit: number } | null
  /** Null while it is being asked. */
  workers: { count: number; lastRefreshAt: string | null } | null
}

/** The state of the machine, small: calls left this hour, workers alive, last refresh. */
export function NavFoot({ calls, workers }: NavFootProps) {
  return (
    <div className="mt-auto grid gap-1.5 border-t border-line px-3.5 pt-2.5 pb-3 text-2xs text-ink-3">
      {calls && (
        <BudgetBar
          label="Fivetran calls"
          size="small"
          spent={calls.used}
          limit={calls.limit}
          valueText={`${formatCount(calls.used)} of ${formatCount(calls.limit)} / h`}
        />
      )}
      {workers && <WorkersLine {...workers} />}
    </div>
  )
}

function WorkersLine({ count, lastRefreshAt }: { count: number; lastRefreshAt: string | null }) {
  const words = count === 1 ? '1 worker' : `${count} workers`
  return (
    <p className="flex items-center gap-1.5">
      <Dot tone={count > 0 ? 'good' : 'bad'} />
      {count > 0 ? words : 'No worker answers'}
      {count > 0 && (lastRefreshAt ? ` · last refresh ${formatClockSeconds(lastRefreshAt)}` : ' ready')}
    </p>
  )
}
