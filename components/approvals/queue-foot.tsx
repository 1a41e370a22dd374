import { formatExact, formatRowTime } from '@/components/ui/format-time'
import { Kbd } from '@/components/ui/kbd'

export type QueueFootProps = { lastDecisionAt: string | null; now: number }

/** The keys of the queue, and when this person last decided. */
export function QueueFoot({ lastDecisionAt, now }: QueueFootProps) {
  return (
    <div className="hidden h-9 shrink-0 items-center gap-3 border-t border-line px-4 text-2xs whitespace-nowrap text-ink-3 md:flex">
      <span className="flex items-center gap-1">
        <Kbd keys="J K" /> move
      </span>
      <span className="ms-auto" title={lastDecisionAt ? formatExact(lastDecisionAt) : undefined}>
        {lastDecisionAt ? `Last decision ${formatRowTime(lastDecisionAt, now)}` : 'No decision yet'}
      </span>
    </div>
  )
}
