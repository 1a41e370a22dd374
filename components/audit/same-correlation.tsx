'use client'

import NextLink from 'next/link'
import { useNow } from '@/components/layout/use-now'
import { formatClock, formatRowTime } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import type { AuditEventDetail } from '@/lib/platform/audit/contract'
import { aroundEvent } from './around-event'
import type { AuditParams } from './audit-params'
import { verbFace } from './verb-face'

export type SameCorrelationProps = { event: AuditEventDetail; hrefOf: (change: Partial<AuditParams>) => string }

const shownMax = 14

/** What else happened on the same thread, oldest first, with this event marked. */
export function SameCorrelation({ event, hrefOf }: SameCorrelationProps) {
  const now = useNow()
  const { chain, correlationId, chainIsCut } = event
  const shown = aroundEvent(chain, event.seq, shownMax)
  const whole = hrefOf({
    correlation: correlationId,
    event: event.seq,
    actor: null,
    action: null,
    object: null,
    objectId: null,
    period: 'all',
    q: '',
  })
  return (
    <Section
      title="Same correlation"
      note={<span className="mono">{correlationId.slice(0, 13)}</span>}
      gutter="inspector"
      isFollowing
      actions={<Link href={whole}>{chainIsCut ? `All, more than ${chain.length}` : `All ${chain.length}`}</Link>}
    >
      <ol className="px-4 py-1.5 text-xs">
        {shown.map((entry) => {
          const isThis = entry.seq === event.seq
          const face = verbFace(entry.action)
          const isFlow = face.glyph === 'applying' || face.glyph === 'applied' || face.glyph === 'verified'
          const sameDay = entry.at.slice(0, 10) === now.toISOString().slice(0, 10)
          return (
            <li key={entry.seq} aria-current={isThis ? 'true' : undefined}>
              <NextLink
                href={hrefOf({ event: entry.seq })}
                scroll={false}
                data-inset-focus=""
                className={`grid min-h-[26px] grid-cols-[70px_14px_minmax(0,1fr)] items-stretch hover:bg-surface-2 ${isThis ? 'font-medium' : ''}`}
              >
                <span className="self-center text-ink-3">
                  {sameDay ? formatClock(entry.at) : `${formatRowTime(entry.at, now)} ${formatClock(entry.at)}`}
                </span>
                <span
                  aria-hidden="true"
                  className={`w-[3px] ${isThis ? 'bg-ink' : isFlow ? 'bg-water' : 'bg-water-line'}`}
                />
                <span className="min-w-0 self-center truncate">
                  <span className={face.colour}>{entry.verb}</span>{' '}
                  <span className="text-ink-2">{revealInvisible(entry.object.label)}</span>
                </span>
              </NextLink>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
