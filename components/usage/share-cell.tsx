import { formatCount } from '@/components/ui/format-count'
import { shareOf } from './prepare-usage'

export type ShareCellProps = { part: number; whole: number }

/** A share as a short bar, its percent and its n. */
export function ShareCell({ part, whole }: ShareCellProps) {
  if (whole === 0) return <span className="text-xs text-ink-3">none decided yet</span>
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className="h-1 w-14 shrink-0 overflow-hidden rounded-full bg-surface-3">
        <span className="block h-full bg-ink-2" style={{ width: `${(part / whole) * 100}%` }} />
      </span>
      <span className="w-9 font-medium">{shareOf(part, whole)}</span>
      <span className="text-xs text-ink-3">
        {formatCount(part)} of {formatCount(whole)}
      </span>
    </span>
  )
}
