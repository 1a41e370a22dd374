'use client'

import { clsx } from 'clsx'
import { RunStrip } from '@/components/charts/run-strip'
import { useNow } from '@/components/layout/use-now'
import { formatSpan } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ConnectionDetail, SyncView } from '@/lib/control-loop/connection/contract'
import { latestFirst, SYNC_BARS_MAX, syncInstant, syncOutcomes, syncWords } from '../prepare-syncs'

export type SyncsSectionProps = { connection: ConnectionDetail }

const inks: Record<SyncView['status'], string> = {
  successful: 'text-ink-2',
  running: 'text-water-ink',
  rescheduled: 'text-warn-ink',
  cancelled: 'text-warn-ink',
  failed: 'text-bad-ink',
  'failed-with-task': 'text-bad-ink',
}
const listedMax = 10

/** The last syncs as Fivetran reported them, with its reasons. */
export function SyncsSection({ connection }: SyncsSectionProps) {
  const now = useNow()
  const syncs = latestFirst(connection.recentSyncs)
  return (
    <Section
      title="Last syncs"
      note={syncs.length > listedMax ? `the last ${listedMax} of ${syncs.length} kept` : undefined}
      actions={<RunStrip outcomes={syncOutcomes(syncs)} count={SYNC_BARS_MAX} />}
      isFollowing
    >
      {syncs.length === 0 ? (
        <p className="px-5 py-3 text-ink-2">
          Headgate has seen no sync end yet. It notes each one that a delivery or its own polling tells.
        </p>
      ) : (
        <Table label="Last syncs" widths={['140px', '170px', '110px', null]}>
          <TableHead>
            <HeadCell>Ended, UTC</HeadCell>
            <HeadCell>Outcome</HeadCell>
            <HeadCell align="end">Took</HeadCell>
            <HeadCell>Reason</HeadCell>
          </TableHead>
          <TableBody>
            {syncs.slice(0, listedMax).map((sync) => (
              <SyncRow key={`${sync.startedAt}-${sync.endedAt}-${sync.status}`} sync={sync} now={now} />
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}

function SyncRow({ sync, now }: { sync: SyncView; now: Date }) {
  const at = syncInstant(sync)
  const took =
    sync.startedAt && sync.endedAt ? formatSpan(Date.parse(sync.endedAt) - Date.parse(sync.startedAt)) : 'not told'
  return (
    <Row>
      <Cell text="small">{at ? <TimeAgo at={at} now={now} look="stamp" /> : 'not told'}</Cell>
      <Cell>
        <span className={clsx('text-xs font-medium', inks[sync.status])}>{syncWords[sync.status]}</span>
      </Cell>
      <Cell align="end" text="small" tone="ink-2">
        {sync.status === 'running' ? 'runs' : took}
      </Cell>
      <Cell text="small" tone="ink-2" isTall>
        {sync.reason ? revealInvisible(sync.reason) : ''}
      </Cell>
    </Row>
  )
}
