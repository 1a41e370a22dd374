'use client'

import { formatTook } from '@/components/apply-runs/format-took'
import { useNow } from '@/components/layout/use-now'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { formatClockSeconds, formatExact, formatRowTime } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { CallRow } from '@/lib/capabilities/model/contract'
import { CallResult } from './call-result'
import { taskFace } from './task-words'

export type CallsTableProps = {
  calls: readonly CallRow[]
  /** Short leaves out who asked and which model answered. */
  look?: 'short' | 'full'
  /** The call the page is about, marked. */
  currentId?: string
}

const widths = {
  short: ['104px', '164px', null, '104px', '72px', '64px', '160px'],
  full: ['104px', '164px', null, '150px', '116px', '104px', '72px', '64px', '64px', '160px'],
}

/** Calls, latest first, each a link to the call in full. */
export function CallsTable({ calls, look = 'full', currentId }: CallsTableProps) {
  const isFull = look === 'full'
  return (
    <div className={isFull ? 'max-xl:[&_table]:min-w-[1180px]' : 'max-lg:[&_table]:min-w-[820px]'}>
      <Table label="Calls" density="compact" widths={widths[look]}>
        <TableHead isSticky={isFull}>
          <HeadCell>At, UTC</HeadCell>
          <HeadCell>Task</HeadCell>
          <HeadCell>About</HeadCell>
          {isFull && (
            <>
              <HeadCell>Model</HeadCell>
              <HeadCell>Asked by</HeadCell>
            </>
          )}
          <HeadCell align="end">Tokens in / out</HeadCell>
          <HeadCell align="end">Cost</HeadCell>
          <HeadCell align="end">Took</HeadCell>
          {isFull && <HeadCell align="end">Retries</HeadCell>}
          <HeadCell>Became</HeadCell>
        </TableHead>
        <TableBody>
          {calls.map((call) => (
            <CallLine key={call.id} call={call} isFull={isFull} isCurrent={call.id === currentId} />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function CallLine({ call, isFull, isCurrent }: { call: CallRow; isFull: boolean; isCurrent: boolean }) {
  const now = useNow()
  const isToday = call.at.slice(0, 10) === now.toISOString().slice(0, 10)
  return (
    <Row isSelected={isCurrent}>
      <Cell text="mono" tone="ink-3">
        <time dateTime={call.at} title={formatExact(call.at)}>
          {!isToday && `${formatRowTime(call.at, now)} `}
          {formatClockSeconds(call.at)}
        </time>
      </Cell>
      <Cell text="small" isRowHead>
        <Link href={`/usage/models/calls/${call.id}`} look="plain">
          {taskFace(call.task).word}
        </Link>
        {call.turn > 1 && <span className="text-ink-3"> turn {call.turn}</span>}
      </Cell>
      <Cell text="mono" tone="ink-2">
        {call.subject.includes(' ') ? (
          <span title={revealInvisible(call.subject)}>{revealInvisible(call.subject)}</span>
        ) : (
          <PathName path={call.subject} />
        )}
      </Cell>
      {isFull && (
        <>
          <Cell text="mono" tone="ink-2">
            {call.model ? revealInvisible(call.model) : 'none'}
          </Cell>
          <Cell text="small" tone="ink-2">
            {revealInvisible(call.requestedBy)}
          </Cell>
        </>
      )}
      <Cell align="end" text="small" tone="ink-2">
        {call.inputTokens === null ? '–' : `${formatCount(call.inputTokens)} / ${formatCount(call.outputTokens ?? 0)}`}
      </Cell>
      <Cell align="end" text="small">
        {formatMoney(call.costMicros)}
      </Cell>
      <Cell align="end" text="small" tone="ink-2">
        {call.tookMs === null ? '–' : formatTook(call.tookMs)}
      </Cell>
      {isFull && (
        <Cell align="end" text="small" tone="ink-2">
          {call.retries}
        </Cell>
      )}
      <Cell>
        <CallResult call={call} />
      </Cell>
    </Row>
  )
}
