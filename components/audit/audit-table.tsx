'use client'

import { useMemo } from 'react'
import { isOnControl } from '@/components/console/is-on-control'
import type { Shortcut } from '@/components/layout/shortcut-registry'
import { useShortcuts } from '@/components/layout/shortcuts'
import { useNow } from '@/components/layout/use-now'
import { formatClockSeconds, formatExact, formatRowTime } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { AuditEventView } from '@/lib/platform/audit/contract'
import { ActorName } from './actor-name'
import { Verb } from './verb'

export type AuditTableProps = {
  events: readonly AuditEventView[]
  selectedSeq: number | null
  meId: string | null
  hrefOf: (seq: number) => string
  onSelect: (seq: number) => void
}

/** Events, latest first. J and K move the choice, which the inspector shows. */
export function AuditTable({ events, selectedSeq, meId, hrefOf, onSelect }: AuditTableProps) {
  const now = useNow()
  const shortcuts = useMemo<Shortcut[]>(() => {
    const move = (step: number) => {
      const at = events.findIndex((event) => event.seq === selectedSeq)
      const next = events[at < 0 ? 0 : at + step]
      if (next) onSelect(next.seq)
    }
    return [
      { keys: 'j', label: 'Next event', scope: 'Audit', run: () => move(1) },
      { keys: 'k', label: 'Previous event', scope: 'Audit', run: () => move(-1) },
    ]
  }, [events, selectedSeq, onSelect])
  useShortcuts(shortcuts)

  return (
    <div className="max-lg:[&_table]:min-w-[760px]">
      <Table label="Audit events" widths={['122px', '168px', '236px', null, '112px', '92px']}>
        <TableHead isSticky>
          <HeadCell>At, UTC</HeadCell>
          <HeadCell>Who</HeadCell>
          <HeadCell>Did</HeadCell>
          <HeadCell>To what</HeadCell>
          <HeadCell>Kind</HeadCell>
          <HeadCell>Through</HeadCell>
        </TableHead>
        <TableBody>
          {events.map((event) => (
            <Row
              key={event.seq}
              isSelected={event.seq === selectedSeq}
              onClick={(click) => {
                if (!isOnControl(click.target)) onSelect(event.seq)
              }}
            >
              <Cell text="mono" tone="ink-3">
                <time dateTime={event.at} title={formatExact(event.at)}>
                  {isToday(event.at, now) ? '' : `${formatRowTime(event.at, now)} `}
                  {formatClockSeconds(event.at)}
                </time>
              </Cell>
              <Cell>
                <ActorName actor={event.actor} isMe={event.actor.id !== null && event.actor.id === meId} />
              </Cell>
              <Cell>
                <Verb action={event.action} verb={event.verb} hasSpace />
              </Cell>
              <Cell text="mono" isRowHead>
                <span className="font-medium" title={revealInvisible(event.object.label)}>
                  <Link href={hrefOf(event.seq)} look="plain">
                    {revealInvisible(event.object.label)}
                  </Link>
                </span>
              </Cell>
              <Cell text="small" tone="ink-2">
                {event.object.type}
              </Cell>
              <Cell text="small" tone="ink-3">
                {event.channel}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function isToday(at: string, now: Date): boolean {
  return at.slice(0, 10) === now.toISOString().slice(0, 10)
}
