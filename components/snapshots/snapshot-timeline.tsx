'use client'

import { GitCompareArrows } from 'lucide-react'
import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { Toolbar } from '@/components/ui/toolbar'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import type { SnapshotSummary } from '@/lib/control-loop/snapshot/contract'
import { preparePair, switchChosen } from './prepare-pair'
import { SnapshotRow } from './snapshot-row'

export type SnapshotTimelineProps = {
  connection: ConnectionDetail
  snapshots: readonly SnapshotSummary[]
  now: Date
}

/** The snapshots as one line through time; two of them chosen can be compared. */
export function SnapshotTimeline({ connection, snapshots, now }: SnapshotTimelineProps) {
  const [chosen, setChosen] = useQueryState('chosen', parseAsArrayOf(parseAsString).withDefault([]))
  const pair = preparePair(chosen, snapshots)
  return (
    <>
      <Toolbar label="Compare snapshots">
        <span className="text-xs text-ink-2">
          {pair
            ? `${pair.base.number} and ${pair.revision.number} chosen`
            : snapshots.length === 1
              ? 'One snapshot. The next is kept once something moves.'
              : 'Choose two to compare them.'}
        </span>
        {pair && (
          <ButtonLink
            kind="decide"
            size="sm"
            icon={<Icon of={GitCompareArrows} />}
            href={`/connections/${connection.id}/compare?base=${pair.base.id}&revision=${pair.revision.id}`}
          >
            Compare {pair.base.number} with {pair.revision.number}
          </ButtonLink>
        )}
      </Toolbar>
      <ol aria-label="Snapshots, latest first">
        {snapshots.map((snapshot, index) => (
          <SnapshotRow
            key={snapshot.id}
            snapshot={snapshot}
            before={snapshots[index + 1] ?? null}
            connectionId={connection.id}
            isChosen={chosen.includes(snapshot.id)}
            isLast={index === snapshots.length - 1}
            onChoose={() => setChosen(switchChosen(chosen, snapshot.id))}
            now={now}
          />
        ))}
      </ol>
    </>
  )
}
