'use client'

import { ProblemMessage } from '@/components/console/problem-message'
import { PageHeader } from '@/components/layout/page-header'
import { useNow } from '@/components/layout/use-now'
import { ConnectionState } from '@/components/ui/connection-state'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tile } from '@/components/ui/tile'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { spellMinutes } from '@/lib/control-loop/connection/domain/derive-health'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionButtons } from './connection-buttons'
import { formatNearTime } from './format-near-time'
import { prepareConnectionState } from './prepare-connection-state'
import { serviceWord } from './service-word'
import { useConnectionActions } from './use-connection-actions'

export type ConnectionHeaderProps = { connection: ConnectionDetail; role: Role | null; hasSync: boolean }

/** One connection: its name, how it is, the facts in one line, and what can be done with it. */
export function ConnectionHeader({ connection, role, hasSync }: ConnectionHeaderProps) {
  const now = useNow()
  const actions = useConnectionActions(connection)
  const { state, word } = prepareConnectionState(connection)
  return (
    <>
      <PageHeader
        tile={<Tile name={connection.service} size="lg" />}
        title={revealInvisible(connection.name)}
        status={
          <>
            <span className="mono text-ink-3">{connection.externalId}</span>
            <ConnectionState state={state} word={word} size="header" />
          </>
        }
        meta={factsOf(connection, now)}
        actions={
          <ConnectionButtons
            connection={connection}
            underWay={connection.underWay}
            role={role}
            actions={actions}
            hasSync={hasSync}
          />
        }
      />
      <ProblemMessage {...actions.problem} />
      {connection.refreshProblem && (
        <Message tone="warn" isBanner title="The last refresh did not read everything.">
          {connection.refreshProblem}
        </Message>
      )}
    </>
  )
}

function factsOf(connection: ConnectionDetail, now: Date): string {
  const { destination, syncFrequencyMinutes, succeededAt, freshnessTargetMinutes, owner } = connection
  return [
    `${serviceWord(connection.service)} to ${revealInvisible(destination.name)} (${serviceWord(destination.service)})`,
    syncFrequencyMinutes === null ? 'no schedule of its own' : `every ${spellMinutes(syncFrequencyMinutes)}`,
    succeededAt ? `fresh as of ${formatNearTime(succeededAt, now)}` : 'never synced',
    `target ${spellMinutes(freshnessTargetMinutes)}`,
    owner ? `owned by ${owner.name}` : 'owned by nobody',
  ].join(' · ')
}
