'use client'

import { RunStrip } from '@/components/charts/run-strip'
import { Avatar } from '@/components/ui/avatar'
import { ConnectionState } from '@/components/ui/connection-state'
import { formatExact } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { Row } from '@/components/ui/table/row'
import { Tile } from '@/components/ui/tile'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'
import { ConnectionFreshness } from '../connection-freshness'
import { formatNearTime } from '../format-near-time'
import { OpenProposals } from '../open-proposals'
import { prepareConnectionState } from '../prepare-connection-state'
import { SYNC_BARS_MAX, syncOutcomes } from '../prepare-syncs'

export type ConnectionRowProps = {
  connection: ConnectionSummary
  isSelected: boolean
  meId: string | null
  now: Date
  onSelect: (connectionId: string) => void
}

/** A connection in one line: name, where it goes, how it is and why, how old, what waits, whose it is. */
export function ConnectionRow({ connection, isSelected, meId, now, onSelect }: ConnectionRowProps) {
  const { state, word, detail } = prepareConnectionState(connection)
  return (
    <Row isSelected={isSelected} onClick={() => onSelect(connection.id)}>
      <Cell isRowHead>
        <span className="flex min-w-0 items-center gap-2">
          <Tile name={connection.service} />
          <span className="min-w-0 truncate font-medium">
            <Link look="plain" href={`/connections/${connection.id}`}>
              {revealInvisible(connection.name)}
            </Link>
          </span>
        </span>
      </Cell>
      <Cell text="small" tone="ink-2">
        {revealInvisible(connection.destination.name)}
      </Cell>
      <Cell>
        <span title={detail ?? undefined} className="flex min-w-0 items-center gap-1.5">
          <span className={connection.health === 'on-schedule' ? '[&_span]:font-normal' : ''}>
            <ConnectionState state={state} word={word} />
          </span>
          {!word && detail && <span className="min-w-0 truncate text-xs text-ink-3">{revealInvisible(detail)}</span>}
        </span>
      </Cell>
      <Cell>
        <ConnectionFreshness connection={connection} />
      </Cell>
      <Cell>
        <RunStrip outcomes={syncOutcomes(connection.recentSyncs)} count={SYNC_BARS_MAX} />
      </Cell>
      <Cell align="end" text="small" tone="ink-2">
        <NextSync connection={connection} now={now} />
      </Cell>
      <Cell align="end">
        <OpenProposals counts={connection.openProposals} />
      </Cell>
      <Cell align="end">
        {connection.owner ? (
          <Avatar name={connection.owner.name} isMe={connection.owner.id === meId} />
        ) : (
          <span className="text-xs text-ink-3">none</span>
        )}
      </Cell>
    </Row>
  )
}

function NextSync({ connection, now }: { connection: ConnectionSummary; now: Date }) {
  if (connection.health === 'syncing') return <span className="font-medium text-water-ink">running</span>
  if (connection.health === 'paused') return 'paused'
  if (connection.health === 'applying') return 'after the run'
  if (!connection.nextSyncAt || connection.health === 'broken') return 'none'
  return (
    <time dateTime={connection.nextSyncAt} title={formatExact(connection.nextSyncAt)}>
      {formatNearTime(connection.nextSyncAt, now)}
    </time>
  )
}
