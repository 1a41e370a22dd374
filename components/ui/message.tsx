import { clsx } from 'clsx'
import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { GateDrawing } from './gate-drawing'
import { Icon } from './icon'

export type MessageTone = 'warn' | 'bad' | 'wait' | 'water' | 'good' | 'plain' | 'stale'
export type MessageProps = {
  tone: MessageTone
  /** The one thing that must be read, as a sentence with its full stop. */
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  correlationId?: string | null
  icon?: ReactNode
  /** Edge to edge at the top of a region instead of a box within it. */
  isBanner?: boolean
  /** Interrupts readers: only for a failure of what this person just did. */
  isAlert?: boolean
}

const washes: Record<MessageTone, string> = {
  warn: 'bg-warn-bg [--tone:var(--hg-warn-ink)]',
  bad: 'bg-bad-bg [--tone:var(--hg-bad-ink)]',
  wait: 'bg-wait-bg [--tone:var(--hg-wait-ink)]',
  water: 'bg-water-bg [--tone:var(--hg-water-ink)]',
  good: 'bg-good-bg [--tone:var(--hg-good-ink)]',
  plain: 'bg-surface-2 [--tone:var(--hg-ink-2)]',
  stale: 'bg-warn-bg [--tone:var(--hg-warn-ink)]',
}

const icons: Record<Exclude<MessageTone, 'wait' | 'stale'>, LucideIcon> = {
  warn: TriangleAlert,
  bad: OctagonX,
  water: Info,
  good: CircleCheck,
  plain: Info,
}

function toneIcon(tone: MessageTone): ReactNode {
  if (tone === 'wait') return <GateDrawing glyph="in-review" />
  if (tone === 'stale') return <GateDrawing glyph="stale" />
  return <Icon of={icons[tone]} />
}

/** One wash for a region: what happened first, then why and what holds, then what to do. Never a toast for an error. */
export function Message({
  tone,
  title,
  children,
  actions,
  correlationId,
  icon,
  isBanner = false,
  isAlert = false,
}: MessageProps) {
  return (
    <div
      role={isAlert ? 'alert' : 'status'}
      className={clsx(
        'flex items-start gap-2 text-xs leading-[18px] text-ink',
        washes[tone],
        isBanner ? 'px-5 py-[9px]' : 'rounded-2 px-3 py-2',
      )}
    >
      <span className="mt-0.5 text-(--tone)">{icon ?? toneIcon(tone)}</span>
      <div className="min-w-0 grow">
        {title && <b className="font-semibold">{title} </b>}
        {children}
        {correlationId && <span className="mono text-ink-2"> {correlationId}</span>}
      </div>
      {actions && <div className="flex shrink-0 flex-wrap items-center gap-1.5">{actions}</div>}
    </div>
  )
}
